package io.coffer.billing.vaultsale;

import io.coffer.billing.lifetime.SoldService;
import io.coffer.billing.subscription.Term;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.FreezeScene;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.Provision;
import io.coffer.contracts.vault.VaultCommand.FreezeVault;
import io.coffer.contracts.vault.VaultCommand.ReleaseVault;
import io.coffer.contracts.vault.VaultProduct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What is asked of the owner of vaults, in the project of the vault. */
@ApplicationScoped
class VaultSale implements SoldService {

  private static final String WITHDRAW = "coffer.vault-order.withdraw.v1";
  private static final String RENEW = "coffer.vault-order.renew.v1";
  private static final String RESIZE = "coffer.vault-order.resize.v1";

  @Override
  public String serviceType() {
    return VaultProduct.SERVICE_TYPE;
  }

  @Override
  public Provision withdrawal(OrderLine line, UUID commandId) {
    return new Provision(
        line.projectId(),
        commandId,
        WITHDRAW,
        Json.MAPPER.createObjectNode().put("vaultId", line.resourceId().toString()));
  }

  @Override
  public Provision renewal(OrderLine line, Term term, UUID commandId) {
    return new Provision(
        line.projectId(),
        commandId,
        RENEW,
        Json.MAPPER.createObjectNode().put("vaultId", line.resourceId().toString()));
  }

  @Override
  public Optional<Keeping> keeping(OrderLine line) {
    UUID vault = line.resourceId();
    return Optional.of(
        new Keeping(
            new FreezeVault(vault, FreezeScene.ARREAR, true),
            since -> new ReleaseVault(vault, FreezeScene.ARREAR, since)));
  }

  @Override
  public Optional<Provision> resize(OrderLine line, UUID commandId) {
    return Optional.of(
        new Provision(
            line.projectId(),
            commandId,
            RESIZE,
            Json.MAPPER
                .createObjectNode()
                .put("vaultId", line.resourceId().toString())
                .put("sizeGb", line.size())));
  }
}
