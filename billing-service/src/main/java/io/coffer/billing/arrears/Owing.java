package io.coffer.billing.arrears;

import io.coffer.billing.metering.PaidByUse.Metered;
import io.coffer.billing.metering.PaidByUse.Piece;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsBegan;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsClosed;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsGrew;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsOpened;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsSettled;
import io.coffer.contracts.billing.BillCommand.CloseMoreVaults;
import io.coffer.contracts.billing.BillCommand.OpenMoreVaults;
import io.coffer.contracts.billing.FreezeScene;
import io.coffer.contracts.vault.VaultCommand.FreezeVault;
import io.coffer.contracts.vault.VaultCommand.ReleaseVault;
import io.coffer.contracts.vault.VaultCommand.ThawVault;
import io.coffer.messaging.decision.Decision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
      Decision.Accepted paid, Arrears arrears, Piece vaults, Instant time) {
    if (arrears == null) {
      return paid;
    }
    Decision.Accepted settled = paid.and(new ArrearsSettled(time));
    return arrears.isClosed() ? open(settled, arrears.projects(), vaults) : settled;
  }

  /**
   * Opens more of what was closed.
   *
   * @param arrears null where nothing is owed; what is closed again meanwhile stays so
   */
  public static Decision more(Arrears arrears, OpenMoreVaults rest, Piece vaults, Instant time) {
    Decision.Accepted opened =
        Decision.accept(new ArrearsOpened(rest.vaultId(), rest.projectId(), time));
    return vaults.isNothing() || arrears != null && arrears.isClosed()
        ? Decision.nothing()
        : open(opened, rest.projectIds(), vaults);
  }

  /**
   * It is time to do something about it. What is closed is closed again each time, for there may be
   * more by now; it is deleted only where it was closed for as long as it is to be kept.
   */
  public static Decision due(Arrears arrears, Piece vaults, GraceSettings settings, Instant time) {
    boolean first = !arrears.isClosed();
    Instant since = first ? time : arrears.closedSince();
    Instant until = first ? time.plus(settings.retention()) : arrears.until();
    Instant again = time.plus(settings.retry());
    Instant next = ends(until, time) || again.isBefore(until) ? again : until;
    Decision.Accepted closed = Decision.accept(new ArrearsClosed(since, until, next, time));
    if (first) {
      for (String project : arrears.projects()) {
        closed = closed.andTo(project, OwingNotice.closed(project, until, time));
      }
    }
    return close(closed, vaults, settings, since, until, time);
  }

  /** Goes on with a round of closing; not where all was paid, and owed again, meanwhile. */
  public static Decision more(
      Arrears arrears, CloseMoreVaults rest, Piece vaults, GraceSettings settings, Instant time) {
    Instant since = rest.since();
    Instant until = arrears.until();
    Decision.Accepted closed =
        Decision.accept(new ArrearsClosed(since, until, arrears.dueAt(), time));
    return vaults.isNothing() || !since.equals(arrears.closedSince())
        ? Decision.nothing()
        : close(closed, vaults, settings, since, until, time);
  }

  private static boolean ends(Instant until, Instant time) {
    return !time.isBefore(until);
  }

  private static Decision.Accepted close(
      Decision.Accepted closed,
      Piece vaults,
      GraceSettings settings,
      Instant since,
      Instant until,
      Instant time) {
    Decision.Accepted ordered = closed;
    for (Metered vault : vaults.vaults()) {
      UUID id = vault.vaultId();
      ordered = ordered.andTo(vault.project(), new FreezeVault(id, FreezeScene.ARREAR, true));
      if (ends(until, time)) {
        ordered =
            ordered.andTo(
                vault.project(),
                new ReleaseVault(id, FreezeScene.ARREAR, time.minus(settings.retention())));
      }
    }
    Metered last = vaults.last();
    return last == null
        ? ordered
        : ordered.and(new CloseMoreVaults(last.vaultId(), last.project(), since));
  }

  private static Decision.Accepted open(
      Decision.Accepted paid, List<String> projects, Piece vaults) {
    Decision.Accepted ordered = paid;
    for (Metered vault : vaults.vaults()) {
      ordered = ordered.andTo(vault.project(), new ThawVault(vault.vaultId(), FreezeScene.ARREAR));
    }
    Metered last = vaults.last();
    return last == null
        ? ordered
        : ordered.and(new OpenMoreVaults(last.vaultId(), last.project(), projects));
  }
}
