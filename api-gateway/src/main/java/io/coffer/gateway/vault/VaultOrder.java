package io.coffer.gateway.vault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.CombinedOrder;
import io.coffer.contracts.billing.OrderCommand.PlaceOrder;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.Provision;
import io.coffer.contracts.vault.SpecCode;
import io.coffer.contracts.vault.VaultCommand.CreateVault;
import io.coffer.contracts.vault.VaultProduct;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.gateway.order.Terms;
import io.coffer.gateway.request.GatewayRequest;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The order of a vault. The id of what makes it is drawn here, so that the vault has one too. */
final class VaultOrder {

  private static final int NEW = 1;
  private static final String PROVIDE = "coffer.vault-order.provide.v1";

  private VaultOrder() {}

  /** One that stands alone. */
  static PlaceOrder of(CreateVaultBody body, CreateVault command, GatewayRequest request) {
    return of(body, command, request, null);
  }

  /**
   * One that is a part of something.
   *
   * @param combined null for nothing
   */
  static PlaceOrder of(
      CreateVaultBody body, CreateVault command, GatewayRequest request, CombinedOrder combined) {
    Terms terms = Terms.of(body.billing(), "vault.billing.");
    UUID provision = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    VaultSettings settings = command.settings();
    ObjectNode provide = Json.MAPPER.createObjectNode();
    provide.set("vault", Json.MAPPER.valueToTree(command));
    return new PlaceOrder(
        "cbr",
        NEW,
        terms.autoPay(),
        List.of(
            new OrderLine(
                DerivedId.vault(provision),
                request.project(),
                request.region(),
                VaultProduct.SERVICE_TYPE,
                VaultProduct.RESOURCE_TYPE,
                settings.name(),
                SpecCode.of(settings.objectType(), settings.protectType()),
                settings.sizeGb(),
                terms.periodType(),
                terms.periodNum(),
                terms.autoRenew(),
                null,
                new Provision(request.project(), provision, PROVIDE, provide))),
        combined);
  }
}
