package io.coffer.billing.dbom.machine;

import io.coffer.billing.dbom.login.LoginTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * Instances that take their time and do nothing else. It remembers nothing: how far one is follows
 * from when it began, so that a process that starts anew finds it as the one before did.
 */
@ApplicationScoped
class SimulatedMachine implements Machine {

  private static final String CREATING = "creating";

  private final LoginTable logins;
  private final MachineSettings settings;

  SimulatedMachine(LoginTable logins, MachineSettings settings) {
    this.logins = logins;
    this.settings = settings;
  }

  @Override
  public Finding look(UUID instance, String task, Instant since, Instant now) {
    boolean creating = task.equals(CREATING);
    if (now.isBefore(since.plus(creating ? settings.creating() : settings.others()))) {
      return Finding.WORKING;
    }
    if (!creating || logins.isSet(instance)) {
      return Finding.DONE;
    }
    return logins.isWaiting(instance)
        ? Finding.WORKING
        : Finding.failed("Its password could not be set.");
  }
}
