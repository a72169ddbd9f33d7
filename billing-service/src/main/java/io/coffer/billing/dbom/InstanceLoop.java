package io.coffer.billing.dbom;

import io.coffer.billing.dbom.InstanceTable.Underway;
import io.coffer.billing.dbom.login.Logins;
import io.coffer.billing.dbom.machine.Finding;
import io.coffer.billing.dbom.machine.Machine;
import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.DueLoop;
import io.coffer.messaging.round.DueMessage;
import io.coffer.messaging.time.Clock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Sets passwords that wait for it, then looks at instances that are on their way, and tells when
 * they got there: once, of any number of processes, and of one that was killed and starts anew.
 */
@Singleton
class InstanceLoop extends DueLoop<Underway> {

  private static final String TYPE = "coffer.dbom.looked.v1";

  private final InstanceTable instances;
  private final Logins logins;
  private final Machine machine;

  InstanceLoop(
      InstanceTable instances,
      Logins logins,
      Machine machine,
      LoopSettings settings,
      LocalDispatch messages,
      Clock clock) {
    super("instances", settings, messages, clock);
    this.instances = instances;
    this.logins = logins;
    this.machine = machine;
  }

  @Override
  protected List<Underway> due(Instant now, Underway last) {
    if (last == null) {
      logins.setAll();
    }
    return instances.underway(last);
  }

  @Override
  protected DueMessage about(Underway one, Instant now) {
    Finding finding = machine.look(one.id(), one.status().word(), one.since(), now);
    if (finding.kind() == Finding.Kind.WORKING
        && !InstanceLookedHandler.isOverdue(one.status(), one.since(), now)) {
      return null;
    }
    UUID id = DerivedId.of(one.id(), one.status() + "/" + one.since());
    InstanceLooked message = new InstanceLooked(one.id(), one.status(), one.since(), finding);
    return new DueMessage(id, TYPE, one.project(), message);
  }
}
