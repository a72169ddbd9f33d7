package io.coffer.billing.order;

import io.coffer.billing.order.OverdueTable.Overdue;
import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.DueLoop;
import io.coffer.messaging.round.DueMessage;
import io.coffer.messaging.time.Clock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Gives up orders that nobody paid in time; of two that tell of one, the second finds it given up.
 */
@Singleton
public class OverdueLoop extends DueLoop<Overdue> {

  private static final String TYPE = "coffer.billing.order-overdue.v1";

  private final OverdueTable table;

  OverdueLoop(OverdueTable table, OrderSettings settings, LocalDispatch messages, Clock clock) {
    super("overdue-orders", settings, messages, clock);
    this.table = table;
  }

  @Override
  protected List<Overdue> due(Instant now, Overdue last) {
    return table.due(now, last);
  }

  @Override
  protected DueMessage about(Overdue due, Instant now) {
    return new DueMessage(
        DerivedId.of(due.id(), "overdue"), TYPE, due.domain(), new OrderOverdue(due.id()));
  }
}
