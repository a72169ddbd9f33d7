package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationProject;
import io.coffer.owner.store.ProjectRow;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** An organizational policy of an account in one of its projects, with the id that it has there. */
@Entity
@AttributeOverride(name = "projectId", column = @Column(name = "domain_id"))
@Table(schema = "store", name = "delivery")
class DeliveryRow extends ProjectRow {

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
