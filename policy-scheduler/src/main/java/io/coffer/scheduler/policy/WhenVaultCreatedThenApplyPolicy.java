package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.page.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Applies the policy that a vault was made with, unless it is gone by now. */
@ApplicationScoped
class WhenVaultCreatedThenApplyPolicy implements Handler<VaultCreated, PolicyState> {

  private final PolicyStore policies;

  WhenVaultCreatedThenApplyPolicy(PolicyStore policies) {
    this.policies = policies;
  }

  @Override
  public Uni<PolicyState> load(VaultCreated event, Envelope envelope) {
    return event.backupPolicyId() == null
        ? Uni.createFrom().nullItem()
        : Parameters.id(event.backupPolicyId())
            .map(id -> policies.state(envelope.project(), id))
            .orElseGet(() -> Uni.createFrom().nullItem());
  }

  @Override
  public Decision decide(PolicyState policy, VaultCreated event, Envelope envelope) {
    String type = policy.settings().operationType();
    return type.equals(PolicyType.BACKUP)
        ? Decision.accept(
            new PolicyApplied(policy.id(), event.vaultId(), type, null, envelope.time()))
        : Decision.nothing();
  }

  @Override
  public Decision absent(VaultCreated event) {
    return Decision.nothing();
  }
}
