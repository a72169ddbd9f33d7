package io.coffer.billing.dbom;

import io.coffer.billing.dbom.InstanceLifecycle.Happening;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.dbom.InstanceEvent.InstanceStatusChanged;
import io.coffer.contracts.dbom.InstanceOrderCommand.WithdrawInstance;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Begins to delete an instance that is no longer paid for. One that is going, or gone, is fine. */
@ApplicationScoped
class WithdrawInstanceHandler implements Handler<WithdrawInstance, InstanceState> {

  private final InstanceStore instances;

  WithdrawInstanceHandler(InstanceStore instances) {
    this.instances = instances;
  }

  @Override
  public Uni<InstanceState> load(WithdrawInstance command, Envelope envelope) {
    return instances.state(envelope.project(), command.instanceId());
  }

  @Override
  public Decision decide(InstanceState instance, WithdrawInstance command, Envelope envelope) {
    if (instance.status() == InstanceStatus.DELETING) {
      return absent(command);
    }
    if (!instance.isReleasable()) {
      return LineEnd.refused(
          List.of(),
          command.order(),
          command.instanceId(),
          CbrError.INSTANCE_STATUS_INVALID,
          "Instance " + instance.id() + " is frozen (" + instance.reasons() + ").");
    }
    if (!InstanceLifecycle.TABLE.allows(instance.status(), Happening.DELETE)) {
      return LineEnd.refused(
          List.of(),
          command.order(),
          command.instanceId(),
          CbrError.INSTANCE_STATUS_INVALID,
          "Instance " + instance.id() + " is " + instance.status().word() + ".");
    }
    return LineEnd.fulfilled(
        List.of(
            new InstanceStatusChanged(
                instance.id(), InstanceStatus.DELETING.name(), null, envelope.time())),
        command.order(),
        command.instanceId());
  }

  @Override
  public Decision absent(WithdrawInstance command) {
    return LineEnd.fulfilled(List.of(), command.order(), command.instanceId());
  }

  @Override
  public Decision abandon(WithdrawInstance command, Envelope envelope) {
    return LineEnd.refused(
        List.of(),
        command.order(),
        command.instanceId(),
        CbrError.UNKNOWN_ERROR,
        "The instance could not be deleted.");
  }
}
