package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.DueLoop;
import io.coffer.messaging.round.DueMessage;
import io.coffer.messaging.time.Clock;
import io.coffer.scheduler.organizationpolicy.DeliveryRetryTable.Retry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Has ordered again what projects refused, or did not answer: to take a policy, or to let it go.
 * The revision is in the id of what is told, so that each order is given again once.
 */
@Singleton
public class DeliveryLoop extends DueLoop<Retry> {

  private static final String DELIVERY = "coffer.scheduler.delivery-due.v1";
  private static final String WITHDRAWAL = "coffer.scheduler.withdrawal-due.v1";

  private final DeliveryRetryTable table;

  DeliveryLoop(
      DeliveryRetryTable table, DeliverySettings settings, LocalDispatch messages, Clock clock) {
    super("deliveries", settings, messages, clock);
    this.table = table;
  }

  @Override
  protected List<Retry> due(Instant now, Retry last) {
    return table.due(now, last);
  }

  @Override
  protected DueMessage about(Retry retry, Instant now) {
    return retry.leaving()
        ? new DueMessage(
            id(retry, "withdraw/"),
            WITHDRAWAL,
            retry.domain(),
            new WithdrawalDue(retry.policyId(), retry.project(), retry.revision()))
        : new DueMessage(
            id(retry, "retry/"),
            DELIVERY,
            retry.domain(),
            new DeliveryDue(retry.policyId(), retry.project(), retry.revision()));
  }

  private static UUID id(Retry retry, String verb) {
    return DerivedId.of(retry.id(), verb + retry.revision());
  }
}
