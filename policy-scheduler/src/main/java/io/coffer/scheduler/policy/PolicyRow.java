package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicySettings;
import io.coffer.owner.store.ProjectRow;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A policy: what is counted and filtered by, and its settings as they were chosen. */
@Entity
@Table(schema = "store", name = "policy")
class PolicyRow extends ProjectRow {

  String operationType;
  boolean enabled;

  @Convert(converter = PolicySettingsColumn.class)
  PolicySettings settings;

  Instant createdAt;
  Instant updatedAt;

  /** What it was delivered by; null for the project's own. */
  UUID organizationPolicyId;

  void choose(PolicySettings chosen) {
    settings = chosen;
    operationType = chosen.operationType();
    enabled = chosen.enabled();
  }

  PolicyState state() {
    return new PolicyState(id, settings, createdAt, updatedAt, organizationPolicyId);
  }
}
