package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicySettings;
import io.coffer.owner.store.ProjectRow;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A policy of an account for all its projects and those of its members. */
@Entity
@AttributeOverride(name = "projectId", column = @Column(name = "domain_id"))
@Table(schema = "store", name = "organization_policy")
class OrganizationPolicyRow extends ProjectRow {

  String domainName;

  String operationType;

  @Convert(converter = OrganizationSettingsColumn.class)
  OrganizationPolicySettings settings;

  long revision;

  Instant createdAt;

  Instant updatedAt;

  OrganizationPolicyState state() {
    return new OrganizationPolicyState(id, settings, revision, createdAt);
  }
}
