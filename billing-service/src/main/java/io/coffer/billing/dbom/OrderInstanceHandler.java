package io.coffer.billing.dbom;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.coffer.billing.dbom.login.LoginStore;
import io.coffer.billing.order.PlaceOrderHandler;
import io.coffer.billing.order.Placing;
import io.coffer.billing.product.Products;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.OrderCommand.PlaceOrder;
import io.coffer.contracts.dbom.InstanceOrderCommand.OrderInstance;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the order of an instance: an order like all others, told in the words of its service. */
@ApplicationScoped
class OrderInstanceHandler implements Handler<OrderInstance, Placing.State> {

  private static final String SERVICE = "dbss";
  private static final int NEW = 1;

  /** Whose password comes with an order. */
  private static final String FIRST_USER = "sysadmin";

  private final PlaceOrderHandler orders;
  private final Products products;
  private final LoginStore logins;

  OrderInstanceHandler(PlaceOrderHandler orders, Products products, LoginStore logins) {
    this.orders = orders;
    this.products = products;
    this.logins = logins;
  }

  @Override
  public Uni<Placing.State> load(OrderInstance command, Envelope envelope) {
    return orders.load(order(command, envelope), envelope);
  }

  @Override
  public Decision decide(Placing.State state, OrderInstance command, Envelope envelope) {
    Optional<String> fault = InstanceOffer.fault(command.settings(), products);
    return fault.isPresent()
        ? Decision.refuse(CbrError.INSTANCE_PARAMETER_INVALID, fault.get())
        : inOwnWords(orders.decide(state, order(command, envelope), envelope));
  }

  @Override
  public Decision absent(OrderInstance command) {
    return Decision.refuse(
        CbrError.INSTANCE_PARAMETER_INVALID, "No account was opened for this domain.");
  }

  /** The password is no fact, sealed or not: it is kept here, where it is known to be accepted. */
  @Override
  public Uni<Answer> answer(OrderInstance command, Envelope envelope) {
    return logins
        .keep(command.instanceId(), FIRST_USER, command.password(), envelope)
        .chain(() -> orders.answer(order(command, envelope), envelope))
        .map(OrderInstanceHandler::inOwnWords);
  }

  private static PlaceOrder order(OrderInstance command, Envelope envelope) {
    return new PlaceOrder(
        SERVICE,
        NEW,
        command.autoPay(),
        List.of(InstanceSale.line(command, DerivedId.of(envelope.id(), "provide"))));
  }

  private static Decision inOwnWords(Decision decision) {
    return decision instanceof Decision.Refused refused
            && refused.error().status() == CbrError.INSTANCE_PARAMETER_INVALID.status()
        ? Decision.refuse(CbrError.INSTANCE_PARAMETER_INVALID, refused.message())
        : decision;
  }

  private static Answer inOwnWords(Answer placed) {
    try {
      String id = Json.MAPPER.readTree(placed.body()).at("/orders/0/orderId").textValue();
      return Answer.ok(Map.of("code", "0", "description", "Success", "order_id", id));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is JSON", e);
    }
  }
}
