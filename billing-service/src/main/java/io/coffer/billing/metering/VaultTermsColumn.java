package io.coffer.billing.metering;

import io.coffer.owner.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Terms as JSON; nothing for none. */
@Converter
@Immutable
public class VaultTermsColumn extends JsonColumn<VaultTerms> {

  public VaultTermsColumn() {
    super(VaultTerms.class);
  }

  @Override
  public String convertToDatabaseColumn(VaultTerms terms) {
    return terms == null ? null : super.convertToDatabaseColumn(terms);
  }

  @Override
  public VaultTerms convertToEntityAttribute(String column) {
    return column == null ? null : super.convertToEntityAttribute(column);
  }
}
