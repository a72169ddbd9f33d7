package io.coffer.billing.dbom;

import io.coffer.billing.dbom.InstanceLifecycle.Happening;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.SubscriptionCommand.Unsubscribe;
import io.coffer.contracts.dbom.InstanceCommand;
import io.coffer.contracts.dbom.InstanceCommand.BindEip;
import io.coffer.contracts.dbom.InstanceCommand.ChangeSecurityGroup;
import io.coffer.contracts.dbom.InstanceCommand.DeleteInstance;
import io.coffer.contracts.dbom.InstanceCommand.RebootInstance;
import io.coffer.contracts.dbom.InstanceCommand.RenameInstance;
import io.coffer.contracts.dbom.InstanceCommand.ResetInstancePassword;
import io.coffer.contracts.dbom.InstanceCommand.StartInstance;
import io.coffer.contracts.dbom.InstanceCommand.StopInstance;
import io.coffer.contracts.dbom.InstanceEvent.InstanceChanged;
import io.coffer.contracts.dbom.InstanceEvent.InstanceStatusChanged;
import io.coffer.contracts.dbom.InstanceEvent.PasswordReset;
import io.coffer.contracts.dbom.InstanceSettings;
import io.coffer.contracts.dbom.InstanceSettings.PublicIp;
import io.coffer.messaging.decision.Decision;
import java.time.Instant;
import java.util.List;

/** Whether what a client asks of an instance is done. */
final class InstanceDecisions {

  private InstanceDecisions() {}

  static Decision decide(InstanceState instance, InstanceCommand command, Instant at) {
    boolean isClosed =
        !instance.scenes().isEmpty()
            && !(command instanceof DeleteInstance && instance.isReleasable());
    if (isClosed) {
      return Decision.refuse(
          CbrError.INSTANCE_STATUS_INVALID,
          "Instance " + instance.id() + " is frozen (" + instance.reasons() + ").");
    }
    if (command instanceof StartInstance) {
      return step(instance, Happening.START, "started", at);
    }
    if (command instanceof StopInstance) {
      return step(instance, Happening.STOP, "stopped", at);
    }
    if (command instanceof RebootInstance) {
      return step(instance, Happening.REBOOT, "rebooted", at);
    }
    if (command instanceof DeleteInstance) {
      return instance.status() == InstanceStatus.DELETING
          ? Decision.nothing()
          : unsubscribed(instance, step(instance, Happening.DELETE, "deleted", at));
    }
    if (command instanceof RenameInstance rename) {
      return change(
          instance, InstanceVerb.RENAME, instance.settings().called(rename.newName()), at);
    }
    if (command instanceof ChangeSecurityGroup groups) {
      return change(
          instance,
          InstanceVerb.CHANGE_SECURITY_GROUP,
          instance.settings().guardedBy(groups.securityGroupIds()),
          at);
    }
    if (command instanceof BindEip bind) {
      return bind(instance, new PublicIp(bind.eipId(), bind.eip()), at);
    }
    if (command instanceof ResetInstancePassword reset) {
      return InstanceVerb.RESET_PASSWORD.isAllowedIn(instance.status())
          ? Decision.accept(new PasswordReset(instance.id(), reset.userName(), at))
          : refused(instance, InstanceVerb.RESET_PASSWORD.done());
    }
    return unbind(instance, at);
  }

  static Decision absent(InstanceCommand command) {
    return Decision.refuse(
        CbrError.INSTANCE_NOT_FOUND, "Instance " + command.instanceId() + " does not exist.");
  }

  private static Decision step(
      InstanceState instance, Happening happening, String done, Instant at) {
    if (!InstanceLifecycle.TABLE.allows(instance.status(), happening)) {
      return refused(instance, done);
    }
    InstanceStatus next = InstanceLifecycle.TABLE.after(instance.status(), happening);
    return Decision.accept(new InstanceStatusChanged(instance.id(), next.name(), null, at));
  }

  /** Days that were paid for and are left are paid back. */
  private static Decision unsubscribed(InstanceState instance, Decision decision) {
    return decision instanceof Decision.Accepted accepted
        ? accepted.andTo(instance.order().domainId(), new Unsubscribe(List.of(instance.id())))
        : decision;
  }

  private static Decision bind(InstanceState instance, PublicIp address, Instant at) {
    PublicIp present = instance.settings().publicIp();
    return present == null || present.equals(address)
        ? change(instance, InstanceVerb.BIND_EIP, instance.settings().at(address), at)
        : Decision.refuse(
            CbrError.INSTANCE_STATUS_INVALID,
            "Instance " + instance.id() + " has another elastic address already.");
  }

  private static Decision unbind(InstanceState instance, Instant at) {
    return instance.settings().publicIp() == null
        ? Decision.refuse(
            CbrError.INSTANCE_STATUS_INVALID,
            "Instance " + instance.id() + " has no elastic address.")
        : change(instance, InstanceVerb.UNBIND_EIP, instance.settings().at(null), at);
  }

  private static Decision change(
      InstanceState instance, InstanceVerb verb, InstanceSettings settings, Instant at) {
    if (!verb.isAllowedIn(instance.status())) {
      return refused(instance, verb.done());
    }
    return settings.equals(instance.settings())
        ? Decision.nothing()
        : Decision.accept(new InstanceChanged(instance.id(), settings, at));
  }

  private static Decision refused(InstanceState instance, String done) {
    return Decision.refuse(
        CbrError.INSTANCE_STATUS_INVALID,
        "Instance "
            + instance.id()
            + " is "
            + instance.status().word()
            + " and cannot be "
            + done
            + ".");
  }
}
