package io.coffer.billing.dbom;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.FreezeScene;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionEnded;
import io.coffer.contracts.billing.SubscriptionCommand.EndSubscription;
import io.coffer.contracts.dbom.InstanceEvent.InstanceThawed;
import io.coffer.contracts.dbom.InstanceOrderCommand.RenewInstance;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Opens an instance that was paid for again. Nobody pays for one that is going, or gone. */
@ApplicationScoped
class RenewInstanceHandler implements Handler<RenewInstance, InstanceState> {

  private final InstanceStore instances;

  RenewInstanceHandler(InstanceStore instances) {
    this.instances = instances;
  }

  @Override
  public Uni<InstanceState> load(RenewInstance command, Envelope envelope) {
    return instances.state(envelope.project(), command.instanceId());
  }

  @Override
  public Decision decide(InstanceState instance, RenewInstance command, Envelope envelope) {
    if (instance.status() == InstanceStatus.DELETING) {
      return refused(command, "Instance " + instance.id() + " is being deleted.");
    }
    return LineEnd.fulfilled(
        instance.scene(FreezeScene.ARREAR).isPresent()
            ? List.of(new InstanceThawed(instance.id(), FreezeScene.ARREAR, envelope.time()))
            : List.of(),
        command.order(),
        instance.id());
  }

  /** Whoever still pays for it by itself is told that it is gone. */
  @Override
  public Decision absent(RenewInstance command) {
    UUID id = command.instanceId();
    String payer = command.order().domainId();
    return LineEnd.refused(
            List.of(new ProvisionEnded(id, payer)),
            command.order(),
            id,
            CbrError.INSTANCE_STATUS_INVALID,
            "Instance " + id + " does not exist.")
        .andTo(payer, new EndSubscription(id));
  }

  @Override
  public Decision abandon(RenewInstance command, Envelope envelope) {
    return refused(command, "The instance could not be renewed.");
  }

  private static Decision refused(RenewInstance command, String why) {
    return LineEnd.refused(
        List.of(), command.order(), command.instanceId(), CbrError.INSTANCE_STATUS_INVALID, why);
  }
}
