package io.coffer.billing.dbom;

import static io.coffer.billing.dbom.InstanceLifecycle.Happening.DELETE;
import static io.coffer.billing.dbom.InstanceLifecycle.Happening.DONE;
import static io.coffer.billing.dbom.InstanceLifecycle.Happening.FAILED;
import static io.coffer.billing.dbom.InstanceLifecycle.Happening.PROVIDE;
import static io.coffer.billing.dbom.InstanceLifecycle.Happening.REBOOT;
import static io.coffer.billing.dbom.InstanceLifecycle.Happening.START;
import static io.coffer.billing.dbom.InstanceLifecycle.Happening.STOP;
import static io.coffer.billing.dbom.InstanceStatus.CREATING;
import static io.coffer.billing.dbom.InstanceStatus.DELETING;
import static io.coffer.billing.dbom.InstanceStatus.ERROR;
import static io.coffer.billing.dbom.InstanceStatus.REBOOTING;
import static io.coffer.billing.dbom.InstanceStatus.RUNNING;
import static io.coffer.billing.dbom.InstanceStatus.STARTING;
import static io.coffer.billing.dbom.InstanceStatus.STOPPED;
import static io.coffer.billing.dbom.InstanceStatus.STOPPING;

import io.coffer.owner.lifecycle.Lifecycle;
import io.coffer.owner.lifecycle.Lifecycle.Transition;
import java.util.List;

/** How instances change their state. Nothing else does. */
final class InstanceLifecycle {

  /** What can happen to an instance: the verbs of clients, and the end of what takes time. */
  enum Happening {
    PROVIDE,
    START,
    STOP,
    REBOOT,
    DELETE,
    DONE,
    FAILED
  }

  static final Lifecycle<InstanceStatus, Happening> TABLE =
      new Lifecycle<>(
          "an instance",
          List.of(
              row(null, PROVIDE, CREATING),
              row(CREATING, DONE, RUNNING),
              row(CREATING, FAILED, ERROR),
              row(RUNNING, STOP, STOPPING),
              row(STOPPING, DONE, STOPPED),
              row(STOPPING, FAILED, ERROR),
              row(STOPPED, START, STARTING),
              row(STARTING, DONE, RUNNING),
              row(STARTING, FAILED, ERROR),
              row(RUNNING, REBOOT, REBOOTING),
              row(REBOOTING, DONE, RUNNING),
              row(REBOOTING, FAILED, ERROR),
              row(RUNNING, DELETE, DELETING),
              row(STOPPED, DELETE, DELETING),
              row(ERROR, DELETE, DELETING),
              row(DELETING, DONE, null),
              row(DELETING, FAILED, ERROR)));

  private InstanceLifecycle() {}

  private static Transition<InstanceStatus, Happening> row(
      InstanceStatus from, Happening on, InstanceStatus to) {
    return new Transition<>(from, on, to);
  }
}
