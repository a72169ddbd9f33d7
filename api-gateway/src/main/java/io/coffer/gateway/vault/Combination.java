package io.coffer.gateway.vault;

import io.coffer.contracts.billing.CombinedOrder;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.error.ApiException;

/** The order of servers that the order of a vault is a part of (table 4-269). */
final class Combination {

  private Combination() {}

  /**
   * Null for an order that stands alone.
   *
   * @throws ApiException 400 for more servers than there may be
   */
  static CombinedOrder of(Body vault) {
    Body combined = vault.object("parameters").object("combined_order");
    Integer most = combined.number("combined_order_ecs_num");
    if (most != null && servers(vault) > most) {
      throw ApiException.invalid(
          "vault.resources must name at most "
              + most
              + " servers, as vault.parameters.combined_order.combined_order_ecs_num says.");
    }
    String id = combined.text("combined_order_id");
    return id == null ? null : new CombinedOrder(id, combined.number("combined_order_num"));
  }

  private static long servers(Body vault) {
    return vault.objects("resources", resource -> resource.text("type")).stream()
        .filter(ResourceType.SERVER::isNamed)
        .count();
  }
}
