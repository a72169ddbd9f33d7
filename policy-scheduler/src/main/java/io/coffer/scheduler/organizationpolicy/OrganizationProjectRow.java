package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationProject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A project of an account or of one of its members. */
@Entity
@Table(schema = "store", name = "organization_project")
class OrganizationProjectRow {

  @Id UUID id;

  /** The account's, which is the unit of order here. */
  @Column(name = "domain_id")
  String projectId;

  String memberProjectId;

  @Convert(converter = OrganizationProjectColumn.class)
  OrganizationProject project;
}
