package io.coffer.scheduler.policy;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.policy.PolicyCommand.RemovePolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyRemoved;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.scheduler.association.Association;
import io.coffer.scheduler.association.AssociationStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes a policy off a vault. */
@ApplicationScoped
class RemovePolicyHandler implements Handler<RemovePolicy, RemovePolicyHandler.State> {

  private final PolicyStore policies;
  private final AssociationStore associations;

  RemovePolicyHandler(PolicyStore policies, AssociationStore associations) {
    this.policies = policies;
    this.associations = associations;
  }

  /**
   * What is known.
   *
   * @param present what is applied to the vault
   */
  record State(List<Association> present, boolean policyExists) {}

  @Override
  public Uni<State> load(RemovePolicy command, Envelope envelope) {
    return Loading.of(associations.ofVault(envelope.project(), command.vaultId()))
        .then(present -> policies.states(envelope.project(), List.of(command.policyId())))
        .as((present, known) -> new State(present, !known.isEmpty()));
  }

  @Override
  public Decision decide(State state, RemovePolicy command, Envelope envelope) {
    if (state.present().stream().anyMatch(one -> one.policyId().equals(command.policyId()))) {
      return Decision.accept(
          new PolicyRemoved(command.policyId(), command.vaultId(), envelope.time()));
    }
    if (!command.vaultExists()) {
      return Decision.refuse(
          CbrError.VAULT_NOT_FOUND, "Vault " + command.vaultId() + " does not exist.");
    }
    return state.policyExists()
        ? Decision.refuse(
            CbrError.VAULT_NOT_APPLIED_POLICY,
            "Policy " + command.policyId() + " is not applied to vault " + command.vaultId() + ".")
        : PolicyNotFound.refusal(command.policyId());
  }

  @Override
  public Uni<Answer> answer(RemovePolicy command, Envelope envelope) {
    return Uni.createFrom().item(VaultPolicyView.removed(command.vaultId(), command.policyId()));
  }
}
