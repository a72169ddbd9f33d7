package io.coffer.billing.dunning;

import io.coffer.billing.arrears.ArrearsSettings;
import io.coffer.billing.dunning.ArrearsTable.Debtor;
import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.DueLoop;
import io.coffer.messaging.round.DueMessage;
import io.coffer.messaging.time.Clock;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells of each domain that owes something, when its time has come. */
@Singleton
class ArrearsLoop extends DueLoop<Debtor> {

  private static final String TYPE = "coffer.billing.arrears-due.v1";

  private final ArrearsTable table;

  ArrearsLoop(ArrearsTable table, ArrearsSettings settings, LocalDispatch messages, Clock clock) {
    super("arrears", settings, messages, clock);
    this.table = table;
  }

  @Override
  protected List<Debtor> due(Instant now, Debtor last) {
    return table.due(now, last);
  }

  @Override
  protected DueMessage about(Debtor due, Instant now) {
    UUID namespace = UUID.nameUUIDFromBytes(due.domain().getBytes(StandardCharsets.UTF_8));
    UUID id = DerivedId.of(namespace, "arrears/" + due.dueAt());
    return new DueMessage(id, TYPE, due.domain(), new ArrearsDue(due.dueAt()));
  }
}
