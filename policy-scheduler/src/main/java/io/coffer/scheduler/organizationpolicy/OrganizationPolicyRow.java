package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicySettings;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A policy of an account for all its projects and those of its members. */
@Entity
@Table(schema = "store", name = "organization_policy")
class OrganizationPolicyRow {

  @Id UUID id;

  /** The account's, which is the unit of order here. */
  @Column(name = "domain_id")
  String projectId;

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
