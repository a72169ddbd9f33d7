package io.coffer.billing.dbom;

import io.coffer.billing.dbom.InstanceLifecycle.Happening;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.dbom.InstanceEvent.InstanceFrozen;
import io.coffer.contracts.dbom.InstanceEvent.InstanceStatusChanged;
import io.coffer.contracts.dbom.InstanceEvent.InstanceThawed;
import io.coffer.contracts.dbom.InstanceFreezeCommand;
import io.coffer.contracts.dbom.InstanceFreezeCommand.FreezeInstance;
import io.coffer.contracts.dbom.InstanceFreezeCommand.ReleaseInstance;
import io.coffer.contracts.dbom.InstanceFreezeCommand.ThawInstance;
import io.coffer.messaging.decision.Decision;
import java.time.Instant;

/** Whether an instance is closed, opened again or given up. One that runs is stopped first. */
final class InstanceFreeze {

  private InstanceFreeze() {}

  static Decision decide(InstanceState instance, InstanceFreezeCommand command, Instant at) {
    if (command instanceof FreezeInstance freeze) {
      return freeze(instance, freeze, at);
    }
    return command instanceof ReleaseInstance release
        ? release(instance, release, at)
        : thaw(instance, ((ThawInstance) command).scene(), at);
  }

  static Decision absent(InstanceFreezeCommand command) {
    return Decision.refuse(
        CbrError.INSTANCE_NOT_FOUND, "Instance " + command.instanceId() + " does not exist.");
  }

  private static Decision freeze(InstanceState instance, FreezeInstance freeze, Instant at) {
    if (instance.status() == InstanceStatus.DELETING) {
      return refused(instance, "is being deleted");
    }
    boolean isTold =
        instance
            .scene(freeze.scene())
            .filter(scene -> scene.releasable() == freeze.releasable())
            .isPresent();
    if (isTold) {
      return Decision.nothing();
    }
    Decision.Accepted frozen =
        Decision.accept(new InstanceFrozen(instance.id(), freeze.scene(), freeze.releasable(), at));
    return InstanceLifecycle.TABLE.allows(instance.status(), Happening.STOP)
        ? frozen.and(changed(instance, Happening.STOP, at))
        : frozen;
  }

  private static Decision thaw(InstanceState instance, String scene, Instant at) {
    return instance.scene(scene).isPresent()
        ? Decision.accept(new InstanceThawed(instance.id(), scene, at))
        : refused(instance, "is not frozen for " + scene);
  }

  /** Asked of one that is being deleted, or is opened and closed anew since, it does nothing. */
  private static Decision release(InstanceState instance, ReleaseInstance release, Instant at) {
    boolean isMeant =
        instance
            .scene(release.scene())
            .filter(scene -> !scene.since().isAfter(release.frozenAt()))
            .isPresent();
    return isMeant
            && instance.isReleasable()
            && InstanceLifecycle.TABLE.allows(instance.status(), Happening.DELETE)
        ? Decision.accept(changed(instance, Happening.DELETE, at))
        : refused(instance, "is not to be released");
  }

  private static InstanceStatusChanged changed(
      InstanceState instance, Happening happening, Instant at) {
    InstanceStatus next = InstanceLifecycle.TABLE.after(instance.status(), happening);
    return new InstanceStatusChanged(instance.id(), next.name(), null, at);
  }

  private static Decision refused(InstanceState instance, String why) {
    return Decision.refuse(
        CbrError.INSTANCE_STATUS_INVALID, "Instance " + instance.id() + " " + why + ".");
  }
}
