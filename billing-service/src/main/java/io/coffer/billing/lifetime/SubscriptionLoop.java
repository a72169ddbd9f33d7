package io.coffer.billing.lifetime;

import io.coffer.billing.lifetime.DueTable.Due;
import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.DueLoop;
import io.coffer.messaging.round.DueMessage;
import io.coffer.messaging.time.Clock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells of each subscription whose time has come; each step that follows moves that. */
@Singleton
public class SubscriptionLoop extends DueLoop<Due> {

  private static final String TYPE = "coffer.billing.subscription-due.v1";

  private final DueTable table;

  SubscriptionLoop(DueTable table, LifetimeSettings settings, LocalDispatch messages, Clock clock) {
    super("subscriptions", settings, messages, clock);
    this.table = table;
  }

  @Override
  protected List<Due> due(Instant now, Due last) {
    return table.due(now, last);
  }

  @Override
  protected DueMessage about(Due due, Instant now) {
    UUID id = DerivedId.of(due.resourceId(), "due/" + due.moves());
    SubscriptionDue message = new SubscriptionDue(due.resourceId(), due.moves());
    return new DueMessage(id, TYPE, due.domain(), message);
  }
}
