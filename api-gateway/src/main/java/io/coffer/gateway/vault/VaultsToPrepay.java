package io.coffer.gateway.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.OrderCommand.PlaceOrder;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.Provision;
import io.coffer.contracts.vault.VaultOrderFacts;
import io.coffer.contracts.vault.VaultProduct;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.order.Terms;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.GatewayRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The order of what the owner of vaults says that these vaults are. */
@ApplicationScoped
class VaultsToPrepay {

  private static final int TO_PERIOD = 11;
  private static final String PREPAY = "coffer.vault-order.prepay.v1";

  private final OwnerClient owners;

  VaultsToPrepay(OwnerClient owners) {
    this.owners = owners;
  }

  /** Fails with 404 when one does not exist, and with 400 when one is paid in advance already. */
  Uni<PlaceOrder> order(GatewayRequest request, List<UUID> vaults, Terms terms) {
    return Multi.createFrom()
        .iterable(vaults)
        .onItem()
        .transformToUniAndConcatenate(vault -> line(request, vault, terms))
        .collect()
        .asList()
        .map(lines -> new PlaceOrder("cbr", TO_PERIOD, terms.autoPay(), lines));
  }

  private Uni<OrderLine> line(GatewayRequest request, UUID vault, Terms terms) {
    return owners
        .ofProject(Owner.VAULT_SERVICE, request.project(), "vaults/" + vault + "/order-facts")
        .map(answer -> line(request, vault, known(vault, answer), terms));
  }

  private static OrderLine line(
      GatewayRequest request, UUID vault, VaultOrderFacts known, Terms terms) {
    return new OrderLine(
        vault,
        request.project(),
        request.region(),
        VaultProduct.SERVICE_TYPE,
        VaultProduct.RESOURCE_TYPE,
        known.name(),
        known.specCode(),
        known.sizeGb(),
        terms.periodType(),
        terms.periodNum(),
        terms.autoRenew(),
        null,
        new Provision(
            request.project(),
            UuidVersion7Strategy.INSTANCE.generateUuid(null),
            PREPAY,
            Json.MAPPER.createObjectNode().put("vaultId", vault.toString())));
  }

  private static VaultOrderFacts known(UUID vault, OwnerAnswer answer) {
    if (!answer.isSuccess()) {
      throw ApiException.of(CbrError.VAULT_NOT_FOUND, "Vault " + vault + " does not exist.");
    }
    VaultOrderFacts known = answer.as(VaultOrderFacts.class);
    if (!"post_paid".equals(known.chargingMode())) {
      throw ApiException.of(
          CbrError.VAULT_CANNOT_BE_UPDATED, "Vault " + vault + " is paid in advance already.");
    }
    return known;
  }
}
