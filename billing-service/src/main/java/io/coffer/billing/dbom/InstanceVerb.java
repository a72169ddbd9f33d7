package io.coffer.billing.dbom;

import java.util.Set;

/** What may be done with an instance that does not change its state, and in which states. */
enum InstanceVerb {
  RENAME("renamed", InstanceStatus.RUNNING, InstanceStatus.STOPPED),
  CHANGE_SECURITY_GROUP(
      "put into other security groups", InstanceStatus.RUNNING, InstanceStatus.STOPPED),
  BIND_EIP("given an elastic address", InstanceStatus.RUNNING, InstanceStatus.STOPPED),
  UNBIND_EIP("rid of its elastic address", InstanceStatus.RUNNING, InstanceStatus.STOPPED),
  RESET_PASSWORD("given another password", InstanceStatus.RUNNING);

  private final String done;
  private final Set<InstanceStatus> states;

  InstanceVerb(String done, InstanceStatus... states) {
    this.done = done;
    this.states = Set.of(states);
  }

  boolean isAllowedIn(InstanceStatus status) {
    return states.contains(status);
  }

  /** What cannot be, after "cannot be". */
  String done() {
    return done;
  }
}
