package io.coffer.billing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.coffer.contracts.billing.OrderEvent;
import io.coffer.contracts.billing.OrderEvent.OrderCancelled;
import io.coffer.contracts.billing.OrderEvent.OrderCompleted;
import io.coffer.contracts.billing.OrderEvent.OrderPaid;
import io.coffer.contracts.billing.OrderEvent.OrderPlaced;
import io.coffer.contracts.billing.OrderEvent.OrderPriced;
import io.coffer.contracts.billing.OrderEvent.OrderRefunded;
import io.coffer.owner.testing.TransitionCoverage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OrderLifecycleTest {

  private final TransitionCoverage<OrderStatus, Class<? extends OrderEvent>> lifecycle =
      new TransitionCoverage<>(OrderLifecycle.TABLE);

  @Test
  void visitsEveryTransition() {
    lifecycle.goes(null, OrderPlaced.class, OrderStatus.REVIEW);
    lifecycle.goes(OrderStatus.REVIEW, OrderPriced.class, OrderStatus.UNPAID);
    lifecycle.goes(OrderStatus.UNPAID, OrderPaid.class, OrderStatus.PROCESSING);
    lifecycle.goes(OrderStatus.UNPAID, OrderCancelled.class, OrderStatus.CANCELLED);
    lifecycle.goes(OrderStatus.PROCESSING, OrderCompleted.class, OrderStatus.COMPLETED);
    lifecycle.goes(OrderStatus.PROCESSING, OrderRefunded.class, OrderStatus.CANCELLED);
    lifecycle.assertAllVisited();
  }

  @Test
  void neverPaysTwiceAndNeverCancelsWhatIsPaid() {
    assertThatIllegalStateException()
        .isThrownBy(() -> OrderLifecycle.TABLE.after(OrderStatus.PROCESSING, OrderPaid.class));
    assertThat(OrderLifecycle.TABLE.allows(OrderStatus.PROCESSING, OrderCancelled.class)).isFalse();
    assertThat(OrderLifecycle.TABLE.allows(OrderStatus.COMPLETED, OrderRefunded.class)).isFalse();
  }

  @Test
  void hasTheNumbersThatClientsKnow() {
    assertThat(Arrays.stream(OrderStatus.values()).map(OrderStatus::number))
        .containsExactly(1, 3, 4, 5, 6);
    assertThat(Arrays.stream(OrderType.values()).map(OrderType::number))
        .containsExactly(1, 2, 3, 4, 11);
  }
}
