package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicyCommand.ApplyPolicy;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.scheduler.association.Association;
import io.coffer.scheduler.association.AssociationStore;
import io.coffer.scheduler.binding.DeletedVaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Applies policies to a vault. */
@ApplicationScoped
class ApplyPolicyHandler implements Handler<ApplyPolicy, Applying.State> {

  private final PolicyStore policies;
  private final AssociationStore associations;
  private final DeletedVaultStore gone;

  ApplyPolicyHandler(PolicyStore policies, AssociationStore associations, DeletedVaultStore gone) {
    this.policies = policies;
    this.associations = associations;
    this.gone = gone;
  }

  @Override
  public Uni<Applying.State> load(ApplyPolicy command, Envelope envelope) {
    return Loading.of(policies.states(envelope.project(), command.policyIds()))
        .then(known -> associations.ofVault(envelope.project(), command.vault().id()))
        .then((known, present) -> gone.has(envelope.project(), command.vault().id()))
        .as(Applying.State::new);
  }

  @Override
  public Decision decide(Applying.State state, ApplyPolicy command, Envelope envelope) {
    return Applying.decide(state, command, envelope.time());
  }

  /** Tells of the first policy where several were named: the answer has room for one. */
  @Override
  public Uni<Answer> answer(ApplyPolicy command, Envelope envelope) {
    UUID first = command.policyIds().get(0);
    return associations
        .ofVault(envelope.project(), command.vault().id())
        .map(
            present ->
                present.stream()
                    .filter(one -> one.policyId().equals(first))
                    .findFirst()
                    .map(Association::destinationVaultId)
                    .orElse(null))
        .map(destination -> VaultPolicyView.applied(command.vault().id(), first, destination));
  }
}
