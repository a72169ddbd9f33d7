package io.coffer.billing.order;

import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.Provision;
import java.util.Optional;
import java.util.UUID;

/** A service whose resources are bought for a time: what has to be asked of it. Found as a bean. */
public interface SoldService {

  /** Which one, as its lines have it. */
  String serviceType();

  /** What takes a resource away once it is unsubscribed. */
  Provision withdrawal(OrderLine line, UUID commandId);

  /** What gives a resource the size of this line; empty where its size does not change. */
  Optional<Provision> resize(OrderLine line, UUID commandId);
}
