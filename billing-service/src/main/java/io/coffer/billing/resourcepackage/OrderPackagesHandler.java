package io.coffer.billing.resourcepackage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.billing.order.PlaceOrderHandler;
import io.coffer.billing.order.Placing;
import io.coffer.billing.product.Product;
import io.coffer.billing.product.Products;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.OrderCommand.PlaceOrder;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.PackageCommand.OrderPackages;
import io.coffer.contracts.billing.Provision;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes the order of packages: an order like all others, told in the words of its service. */
@ApplicationScoped
class OrderPackagesHandler implements Handler<OrderPackages, Placing.State> {

  private static final String SERVICE = "gaussdb";
  private static final String OPEN = "coffer.package.open.v1";
  private static final int NEW = 1;

  private final PlaceOrderHandler orders;
  private final Products products;

  OrderPackagesHandler(PlaceOrderHandler orders, Products products) {
    this.orders = orders;
    this.products = products;
  }

  @Override
  public Uni<Placing.State> load(OrderPackages command, Envelope envelope) {
    return orders.load(order(command, envelope), envelope);
  }

  @Override
  public Decision decide(Placing.State state, OrderPackages command, Envelope envelope) {
    return products.find(Product.ResourcePackage.class, command.specCode()).isPresent()
        ? inOwnWords(orders.decide(state, order(command, envelope), envelope))
        : refuse(
            "spec_code must be one of those that"
                + " /backups/resource-package/flavors lists, not "
                + command.specCode()
                + ".");
  }

  @Override
  public Decision absent(OrderPackages command) {
    return refuse("No account was opened for this domain.");
  }

  @Override
  public Uni<Answer> answer(OrderPackages command, Envelope envelope) {
    return orders.answer(order(command, envelope), envelope).map(placed -> answer(placed, command));
  }

  private PlaceOrder order(OrderPackages command, Envelope envelope) {
    ObjectNode open =
        Json.MAPPER
            .createObjectNode()
            .put("packageId", command.packageId().toString())
            .put("specCode", command.specCode())
            .put("num", command.num());
    return new PlaceOrder(
        SERVICE,
        NEW,
        command.autoPay(),
        List.of(
            new OrderLine(
                command.packageId(),
                command.projectId(),
                command.region(),
                PackageSale.SERVICE_TYPE,
                PackageSale.RESOURCE_TYPE,
                command.specCode(),
                command.specCode(),
                command.num(),
                command.periodType(),
                command.periodNum(),
                command.autoRenew(),
                null,
                new Provision(
                    command.projectId(), DerivedId.of(envelope.id(), "open"), OPEN, open))));
  }

  private static Decision inOwnWords(Decision decision) {
    return decision instanceof Decision.Refused refused
            && refused.error().status() == CbrError.PACKAGE_PARAMETER_INVALID.status()
        ? refuse(refused.message())
        : decision;
  }

  private static Decision refuse(String message) {
    return Decision.refuse(CbrError.PACKAGE_PARAMETER_INVALID, message);
  }

  private static Answer answer(Answer placed, OrderPackages command) {
    try {
      return Answer.ok(
          Json.MAPPER
              .createObjectNode()
              .put(
                  "order_id",
                  Json.MAPPER.readTree(placed.body()).at("/orders/0/orderId").textValue())
              .put("spec_code", command.specCode())
              .put("num", command.num())
              .put("period_type", command.periodType())
              .put("period_num", command.periodNum()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is JSON", e);
    }
  }
}
