package io.coffer.billing.vaultsale;

import io.coffer.billing.subscription.SubscriptionStore;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionEnded;
import io.coffer.contracts.billing.SubscriptionCommand.EndSubscription;
import io.coffer.contracts.vault.VaultEvent.VaultGone;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the domain that had bought a vault that it is gone for good, whoever says so. */
@ApplicationScoped
class WhenVaultGoneThenEnd implements Handler<VaultGone, WhenVaultGoneThenEnd.State> {

  private final SubscriptionStore subscriptions;

  WhenVaultGoneThenEnd(SubscriptionStore subscriptions) {
    this.subscriptions = subscriptions;
  }

  /**
   * What is known.
   *
   * @param domain whose subscription there is
   */
  record State(String domain) {}

  @Override
  public Uni<State> load(VaultGone event, Envelope envelope) {
    return subscriptions.owner(event.vaultId()).onItem().ifNotNull().transform(State::new);
  }

  @Override
  public Decision decide(State state, VaultGone event, Envelope envelope) {
    return Decision.accept(new ProvisionEnded(event.vaultId(), state.domain()))
        .andTo(state.domain(), new EndSubscription(event.vaultId()));
  }

  /** It was paid by use, or given back. */
  @Override
  public Decision absent(VaultGone event) {
    return Decision.nothing();
  }
}
