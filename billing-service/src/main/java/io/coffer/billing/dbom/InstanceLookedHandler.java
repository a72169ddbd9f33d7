package io.coffer.billing.dbom;

import io.coffer.billing.dbom.InstanceLifecycle.Happening;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Event;
import io.coffer.contracts.billing.SubscriptionCommand.EndSubscription;
import io.coffer.contracts.dbom.InstanceEvent.InstanceDeleted;
import io.coffer.contracts.dbom.InstanceEvent.InstanceStatusChanged;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends what an instance was on its way to, and the line of the order of one that was made. What was
 * closed meanwhile does not go on running.
 */
@ApplicationScoped
class InstanceLookedHandler implements Handler<InstanceLooked, InstanceState> {

  private final InstanceStore instances;

  InstanceLookedHandler(InstanceStore instances) {
    this.instances = instances;
  }

  @Override
  public Uni<InstanceState> load(InstanceLooked looked, Envelope envelope) {
    return instances.state(envelope.project(), looked.instanceId());
  }

  @Override
  public Decision decide(InstanceState instance, InstanceLooked looked, Envelope envelope) {
    boolean stale =
        instance.status() != looked.status() || !instance.since().equals(looked.since());
    if (stale) {
      return Decision.nothing();
    }
    return switch (looked.finding().kind()) {
      case DONE -> ended(instance, Happening.DONE, null, envelope.time());
      case FAILED -> ended(instance, Happening.FAILED, looked.finding().reason(), envelope.time());
      case WORKING ->
          isOverdue(instance.status(), instance.since(), envelope.time())
              ? ended(instance, Happening.FAILED, tooLong(instance.status()), envelope.time())
              : Decision.nothing();
    };
  }

  /** It is gone. */
  @Override
  public Decision absent(InstanceLooked looked) {
    return Decision.nothing();
  }

  /** Whether it takes longer than anybody waits. */
  static boolean isOverdue(InstanceStatus status, Instant since, Instant now) {
    return status.patience().filter(patience -> now.isAfter(since.plus(patience))).isPresent();
  }

  private static Decision ended(
      InstanceState instance, Happening happening, String reason, Instant at) {
    InstanceStatus next = InstanceLifecycle.TABLE.after(instance.status(), happening);
    if (next == null) {
      return Decision.accept(new InstanceDeleted(instance.id(), at))
          .andTo(instance.order().domainId(), new EndSubscription(instance.id()));
    }
    List<Event> changed = new ArrayList<>();
    changed.add(new InstanceStatusChanged(instance.id(), next.name(), reason, at));
    if (next == InstanceStatus.RUNNING && !instance.scenes().isEmpty()) {
      InstanceStatus stopping = InstanceLifecycle.TABLE.after(next, Happening.STOP);
      changed.add(new InstanceStatusChanged(instance.id(), stopping.name(), null, at));
    }
    if (instance.status() != InstanceStatus.CREATING) {
      return Decision.accept(changed);
    }
    return reason == null
        ? LineEnd.fulfilled(changed, instance.order(), instance.id())
        : LineEnd.refused(
            changed, instance.order(), instance.id(), CbrError.INSTANCE_STATUS_INVALID, reason);
  }

  private static String tooLong(InstanceStatus status) {
    return "It was "
        + status.word()
        + " for more than "
        + status.patience().orElseThrow().toMinutes()
        + " minutes.";
  }
}
