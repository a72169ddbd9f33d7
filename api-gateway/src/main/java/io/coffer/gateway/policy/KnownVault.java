package io.coffer.gateway.policy;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.policy.VaultFacts;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What the owner of vaults says of one, so that one that was made a moment ago is known. */
@ApplicationScoped
class KnownVault {

  private final OwnerClient owners;

  KnownVault(OwnerClient owners) {
    this.owners = owners;
  }

  /** Fails with 404 when there is no such vault in the project. */
  Uni<VaultFacts> facts(String project, UUID vault) {
    return ask(project, vault)
        .map(
            answer -> {
              if (!answer.isSuccess()) {
                throw ApiException.of(
                    CbrError.VAULT_NOT_FOUND, "Vault " + vault + " does not exist.");
              }
              return answer.as(VaultFacts.class);
            });
  }

  Uni<Boolean> exists(String project, UUID vault) {
    return ask(project, vault).map(OwnerAnswer::isSuccess);
  }

  private Uni<OwnerAnswer> ask(String project, UUID vault) {
    return owners.ofProject(Owner.VAULT_SERVICE, project, "vaults/" + vault + "/policy-facts");
  }
}
