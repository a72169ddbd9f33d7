package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationProject;
import io.coffer.owner.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** A project with its account. */
@Converter
@Immutable
public class OrganizationProjectColumn extends JsonColumn<OrganizationProject> {

  public OrganizationProjectColumn() {
    super(OrganizationProject.class);
  }
}
