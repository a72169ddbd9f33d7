package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationProject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An organizational policy in one of its projects. */
@Entity
@Table(schema = "store", name = "delivery")
class DeliveryRow {

  /** That of the policy in the project. */
  @Id UUID id;

  /** The account's, which is the unit of order here. */
  @Column(name = "domain_id")
  String projectId;

  UUID organizationPolicyId;

  String memberProjectId;

  @Convert(converter = OrganizationProjectColumn.class)
  OrganizationProject project;

  long revision;

  String status;

  String error;

  Delivery delivery() {
    return new Delivery(project, revision, status, error);
  }
}
