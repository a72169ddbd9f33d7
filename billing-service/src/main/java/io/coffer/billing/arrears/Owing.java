package io.coffer.billing.arrears;

import io.coffer.billing.metering.PaidByUse.Metered;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsBegan;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsClosed;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsGrew;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsSettled;
import io.coffer.contracts.billing.FreezeScene;
import io.coffer.contracts.vault.VaultCommand.FreezeVault;
import io.coffer.contracts.vault.VaultCommand.ReleaseVault;
import io.coffer.contracts.vault.VaultCommand.ThawVault;
import io.coffer.messaging.decision.Decision;
import java.time.Instant;
import java.util.List;

/**
 * What follows when a domain does not pay for what it used: nothing for a while; then what is paid
 * by use is closed, and kept; then it is deleted. What is paid in advance goes on.
 */
public final class Owing {

  private Owing() {}

  /**
   * The balance did not cover what a project used.
   *
   * @param arrears null where nothing was owed before
   */
  public static Decision.Accepted more(
      Decision.Accepted charged,
      Arrears arrears,
      String project,
      GraceSettings settings,
      Instant time) {
    if (arrears == null) {
      Instant until = time.plus(settings.grace());
      return charged
          .and(new ArrearsBegan(project, until, time))
          .andTo(project, OwingNotice.owing(project, until, time));
    }
    return arrears.projects().contains(project)
        ? charged
        : charged.and(new ArrearsGrew(project, time));
  }

  /**
   * All is paid: what was closed is opened.
   *
   * @param arrears null where nothing was owed
   */
  public static Decision.Accepted nothing(
      Decision.Accepted paid, Arrears arrears, List<Metered> vaults, Instant time) {
    if (arrears == null) {
      return paid;
    }
    Decision.Accepted settled = paid.and(new ArrearsSettled(time));
    if (arrears.isClosed()) {
      for (Metered vault : vaults) {
        settled =
            settled.andTo(vault.project(), new ThawVault(vault.vaultId(), FreezeScene.ARREAR));
      }
    }
    return settled;
  }

  /**
   * It is time to do something about it. What is closed is closed again each time, for there may be
   * more by now; it is deleted only where it was closed for as long as it is to be kept.
   */
  public static Decision due(
      Arrears arrears, List<Metered> vaults, GraceSettings settings, Instant time) {
    boolean first = !arrears.isClosed();
    Instant since = first ? time : arrears.closedSince();
    Instant until = first ? time.plus(settings.retention()) : arrears.until();
    Instant again = time.plus(settings.retry());
    boolean ends = !time.isBefore(until);
    Instant next = ends || again.isBefore(until) ? again : until;
    Decision.Accepted closed = Decision.accept(new ArrearsClosed(since, until, next, time));
    if (first) {
      for (String project : arrears.projects()) {
        closed = closed.andTo(project, OwingNotice.closed(project, until, time));
      }
    }
    for (Metered vault : vaults) {
      closed =
          closed.andTo(vault.project(), new FreezeVault(vault.vaultId(), FreezeScene.ARREAR, true));
      if (ends) {
        closed =
            closed.andTo(
                vault.project(),
                new ReleaseVault(
                    vault.vaultId(), FreezeScene.ARREAR, time.minus(settings.retention())));
      }
    }
    return closed;
  }
}
