package io.coffer.billing.bill;

import io.coffer.contracts.billing.BillEvent.UsageLine;
import io.coffer.owner.column.JsonListColumn;
import jakarta.persistence.Converter;

/** Keeps what an hour is charged for in one column. */
@Converter
public class UsageLinesColumn extends JsonListColumn<UsageLine> {

  public UsageLinesColumn() {
    super(UsageLine.class);
  }
}
