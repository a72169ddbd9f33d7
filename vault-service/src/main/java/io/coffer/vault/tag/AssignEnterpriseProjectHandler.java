package io.coffer.vault.tag;

import io.coffer.contracts.vault.TagCommand.AssignEnterpriseProject;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.vault.VaultChange;
import io.coffer.vault.vault.VaultNotFound;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether a vault may belong to another enterprise project; its backups so far stay where they are.
 */
@ApplicationScoped
class AssignEnterpriseProjectHandler implements Handler<AssignEnterpriseProject, VaultState> {

  private final VaultStore vaults;

  AssignEnterpriseProjectHandler(VaultStore vaults) {
    this.vaults = vaults;
  }

  @Override
  public Uni<VaultState> load(AssignEnterpriseProject command, Envelope envelope) {
    return vaults.state(envelope.project(), command.vaultId());
  }

  @Override
  public Decision decide(VaultState vault, AssignEnterpriseProject command, Envelope envelope) {
    return VaultChange.decide(vault, command, envelope);
  }

  @Override
  public Decision absent(AssignEnterpriseProject command) {
    return VaultNotFound.refusal(command.vaultId());
  }
}
