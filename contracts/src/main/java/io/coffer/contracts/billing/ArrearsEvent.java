package io.coffer.contracts.billing;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.UUID;

/** How it stands with what a domain, whose id is the key, used and did not pay. */
public sealed interface ArrearsEvent extends Event {

  /**
   * The balance did not cover what a project used; nothing follows for a while.
   *
   * @param until when what is paid by use is closed
   */
  @WireName("coffer.arrears.began.v1")
  record ArrearsBegan(String projectId, Instant until, Instant beganAt) implements ArrearsEvent {}

  /** It did not cover what another project used either. */
  @WireName("coffer.arrears.grew.v1")
  record ArrearsGrew(String projectId, Instant grewAt) implements ArrearsEvent {}

  /**
   * What is paid by use is closed, or was and is closed again, with what came since.
   *
   * @param since when it was closed first
   * @param until when it is deleted
   * @param nextAt when it is looked at again
   */
  @WireName("coffer.arrears.closed.v1")
  record ArrearsClosed(Instant since, Instant until, Instant nextAt, Instant closedAt)
      implements ArrearsEvent {}

  /** All is paid. */
  @WireName("coffer.arrears.settled.v1")
  record ArrearsSettled(Instant settledAt) implements ArrearsEvent {}

  /** What was closed is opened behind this vault too: there was much of it. */
  @WireName("coffer.arrears.opened.v1")
  record ArrearsOpened(UUID vaultId, String projectId, Instant openedAt) implements ArrearsEvent {}
}
