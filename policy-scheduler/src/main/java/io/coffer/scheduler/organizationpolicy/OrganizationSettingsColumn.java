package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicySettings;
import io.coffer.owner.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** What an account chose about an organizational policy, as it came. */
@Converter
@Immutable
public class OrganizationSettingsColumn extends JsonColumn<OrganizationPolicySettings> {

  public OrganizationSettingsColumn() {
    super(OrganizationPolicySettings.class);
  }
}
