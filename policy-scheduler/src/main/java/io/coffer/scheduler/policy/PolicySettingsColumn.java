package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicySettings;
import io.coffer.owner.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** What a user chose about a policy, as it came. */
@Converter
@Immutable
public class PolicySettingsColumn extends JsonColumn<PolicySettings> {

  public PolicySettingsColumn() {
    super(PolicySettings.class);
  }
}
