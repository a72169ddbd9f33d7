package io.coffer.billing.resourcepackage;

import io.coffer.billing.order.OrderSettings;
import io.coffer.billing.product.Product;
import io.coffer.billing.product.Products;
import io.coffer.billing.subscription.Term;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.billing.PackageCommand.OpenPackage;
import io.coffer.contracts.billing.PackageEvent.PackageOpened;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Makes packages valid that are paid, for the term that was bought. */
@ApplicationScoped
class OpenPackageHandler implements Handler<OpenPackage, OpenPackageHandler.State> {

  private final PackageStore packages;
  private final Products products;
  private final OrderSettings settings;

  OpenPackageHandler(PackageStore packages, Products products, OrderSettings settings) {
    this.packages = packages;
    this.products = products;
    this.settings = settings;
  }

  /**
   * What is known.
   *
   * @param openedBy the order that opened the package; null where it is not open yet
   */
  record State(String openedBy) {}

  @Override
  public Uni<State> load(OpenPackage command, Envelope envelope) {
    return packages.openedBy(command.packageId()).map(State::new);
  }

  @Override
  public Decision decide(State state, OpenPackage command, Envelope envelope) {
    return decide(state, command, products, settings.zone(), envelope.time());
  }

  /** Who paid gets it back. */
  @Override
  public Decision abandon(OpenPackage command, Envelope envelope) {
    return Fulfilment.failed(
        command.order(), command.packageId(), "The package could not be opened.");
  }

  static Decision decide(
      State state, OpenPackage command, Products products, ZoneId zone, Instant now) {
    OrderReference order = command.order();
    Optional<Product.ResourcePackage> product =
        products.find(Product.ResourcePackage.class, command.specCode());
    if (state.openedBy() != null) {
      return state.openedBy().equals(order.orderId())
          ? Fulfilment.succeeded(order, command.packageId())
          : Fulfilment.failed(
              order, command.packageId(), "Another order opened a package of this id.");
    }
    if (product.isEmpty()) {
      return Fulfilment.failed(
          order, command.packageId(), command.specCode() + " is sold no more.");
    }
    Term term = Term.of(order.periodType(), order.periodNum(), now, zone);
    return Fulfilment.succeeded(
        new PackageOpened(
            command.packageId(),
            order.orderId(),
            command.specCode(),
            command.num(),
            product.get().volumeGb(),
            product.get().covers(),
            term.start(),
            term.end()),
        order);
  }
}
