package io.coffer.contracts.billing;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.UUID;

/** What a domain, whose id is the key, has to pay for what its projects used. */
public sealed interface BillCommand extends Command {

  /**
   * An hour of a project was charged.
   *
   * @param hourId made of project and hour
   * @param charge less than zero where an hour was charged too much before
   */
  @WireName("coffer.bill.charge-usage.v1")
  record ChargeUsage(UUID hourId, String projectId, Instant hour, Amount charge)
      implements BillCommand {}
}
