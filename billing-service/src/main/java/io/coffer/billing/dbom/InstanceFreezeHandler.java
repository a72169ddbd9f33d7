package io.coffer.billing.dbom;

import io.coffer.contracts.dbom.InstanceFreezeCommand;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Closes instances, opens them again, and gives them up. */
@ApplicationScoped
class InstanceFreezeHandler implements Handler<InstanceFreezeCommand, InstanceState> {

  private final InstanceStore instances;

  InstanceFreezeHandler(InstanceStore instances) {
    this.instances = instances;
  }

  @Override
  public Uni<InstanceState> load(InstanceFreezeCommand command, Envelope envelope) {
    return instances.state(envelope.project(), command.instanceId());
  }

  @Override
  public Decision decide(InstanceState instance, InstanceFreezeCommand command, Envelope envelope) {
    return InstanceFreeze.decide(instance, command, envelope.time());
  }

  @Override
  public Decision absent(InstanceFreezeCommand command) {
    return InstanceFreeze.absent(command);
  }
}
