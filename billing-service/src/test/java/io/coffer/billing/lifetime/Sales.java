package io.coffer.billing.lifetime;

import io.coffer.billing.subscription.Term;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.Provision;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Services that sell something, for tests of decisions. */
final class Sales {

  private Sales() {}

  static SoldServices vaults() {
    return new SoldServices(List.of(new Vaults()));
  }

  private static final class Vaults implements SoldService {

    @Override
    public String serviceType() {
      return "hws.service.type.cbr";
    }

    @Override
    public Provision withdrawal(OrderLine line, UUID commandId) {
      return provision(line, commandId, "coffer.vault-order.withdraw.v1");
    }

    @Override
    public Provision renewal(OrderLine line, Term term, UUID commandId) {
      return provision(line, commandId, "coffer.vault-order.renew.v1");
    }

    @Override
    public Optional<Keeping> keeping(OrderLine line) {
      return Optional.empty();
    }

    @Override
    public Optional<Provision> resize(OrderLine line, UUID commandId) {
      return Optional.of(provision(line, commandId, "coffer.vault-order.resize.v1"));
    }

    private static Provision provision(OrderLine line, UUID commandId, String type) {
      return new Provision(
          line.projectId(),
          commandId,
          type,
          Json.MAPPER
              .createObjectNode()
              .put("vaultId", line.resourceId().toString())
              .put("sizeGb", line.size()));
    }
  }
}
