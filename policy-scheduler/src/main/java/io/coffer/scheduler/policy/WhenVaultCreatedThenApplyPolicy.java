package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.page.Parameters;
import io.coffer.scheduler.association.Association;
import io.coffer.scheduler.association.AssociationStore;
import io.coffer.scheduler.binding.DeletedVaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Applies the policy that a vault was made with, unless the policy or the vault is gone by now, or
 * somebody applied another one before the vault was heard of here.
 */
@ApplicationScoped
class WhenVaultCreatedThenApplyPolicy
    implements Handler<VaultCreated, WhenVaultCreatedThenApplyPolicy.State> {

  private final PolicyStore policies;
  private final AssociationStore associations;
  private final DeletedVaultStore gone;

  WhenVaultCreatedThenApplyPolicy(
      PolicyStore policies, AssociationStore associations, DeletedVaultStore gone) {
    this.policies = policies;
    this.associations = associations;
    this.gone = gone;
  }

  /**
   * What is known.
   *
   * @param present what is applied to the vault already
   * @param vaultGone whether the vault ended before its creation is decided: it is handed in again
   */
  record State(PolicyState policy, List<Association> present, boolean vaultGone) {}

  @Override
  public boolean concerns(VaultCreated event) {
    return event.backupPolicyId() != null;
  }

  @Override
  public Uni<State> load(VaultCreated event, Envelope envelope) {
    return Parameters.id(event.backupPolicyId())
        .map(
            id ->
                Loading.of(policies.state(envelope.project(), id))
                    .then(policy -> associations.ofVault(envelope.project(), event.vaultId()))
                    .then((policy, present) -> gone.has(envelope.project(), event.vaultId()))
                    .as(State::new))
        .orElseGet(() -> Uni.createFrom().nullItem());
  }

  @Override
  public Decision decide(State state, VaultCreated event, Envelope envelope) {
    boolean taken =
        state.present().stream().anyMatch(one -> one.operationType().equals(PolicyType.BACKUP));
    return state.policy().makesBackups() && !taken && !state.vaultGone()
        ? Decision.accept(
            new PolicyApplied(
                state.policy().id(), event.vaultId(), PolicyType.BACKUP, null, envelope.time()))
        : Decision.nothing();
  }

  @Override
  public Decision absent(VaultCreated event) {
    return Decision.nothing();
  }
}
