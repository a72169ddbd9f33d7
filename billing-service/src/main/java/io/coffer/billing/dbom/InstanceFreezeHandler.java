package io.coffer.billing.dbom;

import io.coffer.billing.subscription.SubscriptionStore;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionEnded;
import io.coffer.contracts.billing.SubscriptionCommand.EndSubscription;
import io.coffer.contracts.dbom.InstanceFreezeCommand;
import io.coffer.contracts.dbom.InstanceFreezeCommand.ReleaseInstance;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Closes instances, opens them again, and gives them up. */
@ApplicationScoped
class InstanceFreezeHandler implements Handler<InstanceFreezeCommand, InstanceFreezeHandler.State> {

  private final InstanceStore instances;
  private final SubscriptionStore subscriptions;

  InstanceFreezeHandler(InstanceStore instances, SubscriptionStore subscriptions) {
    this.instances = instances;
    this.subscriptions = subscriptions;
  }

  /**
   * What is known.
   *
   * @param instance null where it is gone
   * @param payer the domain that has a subscription of it; null for none
   */
  record State(InstanceState instance, String payer) {}

  @Override
  public Uni<State> load(InstanceFreezeCommand command, Envelope envelope) {
    return instances
        .state(envelope.project(), command.instanceId())
        .chain(
            instance ->
                subscriptions.owner(command.instanceId()).map(payer -> new State(instance, payer)));
  }

  @Override
  public Decision decide(State state, InstanceFreezeCommand command, Envelope envelope) {
    if (state.instance() != null) {
      return InstanceFreeze.decide(state.instance(), command, envelope.time());
    }
    return command instanceof ReleaseInstance && state.payer() != null
        ? over(command.instanceId(), state.payer())
        : InstanceFreeze.absent(command);
  }

  /** Nothing is left to be given up: who is still held for it is told. */
  private static Decision over(UUID instance, String payer) {
    return Decision.accept(new ProvisionEnded(instance, payer))
        .andTo(payer, new EndSubscription(instance));
  }
}
