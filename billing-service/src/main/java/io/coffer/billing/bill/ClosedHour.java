package io.coffer.billing.bill;

import io.coffer.contracts.billing.BillEvent.UsageLine;
import java.time.Instant;
import java.util.List;

/** What an hour was charged for. */
record ClosedHour(Instant hour, String region, String currency, List<UsageLine> lines) {}
