package io.coffer.billing.dbom;

import io.coffer.contracts.dbom.InstanceSettings;
import io.coffer.owner.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** What was chosen about an instance, as JSON. */
@Converter
@Immutable
public class InstanceSettingsColumn extends JsonColumn<InstanceSettings> {

  public InstanceSettingsColumn() {
    super(InstanceSettings.class);
  }
}
