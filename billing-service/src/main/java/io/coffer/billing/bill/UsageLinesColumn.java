package io.coffer.billing.bill;

import io.coffer.contracts.billing.BillEvent.UsageLine;
import io.coffer.owner.column.JsonListColumn;

/** What an hour is charged for as one value of a statement. */
class UsageLinesColumn extends JsonListColumn<UsageLine> {

  UsageLinesColumn() {
    super(UsageLine.class);
  }
}
