package io.coffer.contracts.billing;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
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

  /**
   * Goes on with closing what is paid by use, behind this vault. Billing tells itself where there
   * is much.
   *
   * @param since when it was closed first
   */
  @WireName("coffer.bill.close-more.v1")
  record CloseMoreVaults(UUID vaultId, String projectId, Instant since) implements BillCommand {}

  /**
   * Goes on with opening what was closed, behind this vault. Billing tells itself where there is
   * much.
   *
   * @param projectIds all that owed something
   */
  @WireName("coffer.bill.open-more.v1")
  record OpenMoreVaults(UUID vaultId, String projectId, List<String> projectIds)
      implements BillCommand {}
}
