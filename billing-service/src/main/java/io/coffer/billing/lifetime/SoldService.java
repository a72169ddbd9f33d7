package io.coffer.billing.lifetime;

import io.coffer.billing.subscription.Term;
import io.coffer.contracts.Command;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.Provision;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A service whose resources are bought for a time: what has to be asked of it. Found as a bean. */
public interface SoldService {

  /** Which one, as its lines have it. */
  String serviceType();

  /** What takes a resource away once it is unsubscribed. */
  Provision withdrawal(OrderLine line, UUID commandId);

  /** What a resource needs that is paid for a further term, opened again where it was closed. */
  Provision renewal(OrderLine line, Term term, UUID commandId);

  /** How a resource is closed and given up; empty where its end leaves nothing to be kept. */
  Optional<Keeping> keeping(OrderLine line);

  /**
   * What is done with a resource that nobody pays for any longer, in its project.
   *
   * @param freeze closes it and keeps what is in it
   * @param release deletes it for good, if it was closed at this moment and not opened since
   */
  record Keeping(Command freeze, Function<Instant, Command> release) {}

  /** What gives a resource the size of this line; empty where its size does not change. */
  Optional<Provision> resize(OrderLine line, UUID commandId);
}
