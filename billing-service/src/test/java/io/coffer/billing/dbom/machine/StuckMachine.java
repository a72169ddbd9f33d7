package io.coffer.billing.dbom.machine;

import io.coffer.billing.dbom.login.LoginTable;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Simulated instances of which some never get anywhere. */
@Alternative
@Priority(1)
@Singleton
public class StuckMachine implements Machine {

  private final Machine machine;
  private final Set<UUID> stuck = ConcurrentHashMap.newKeySet();

  StuckMachine(LoginTable logins, MachineSettings settings) {
    machine = new SimulatedMachine(logins, settings);
  }

  /** From now on this one moves no more. */
  public void holdUp(UUID instance) {
    stuck.add(instance);
  }

  @Override
  public Finding look(UUID instance, String task, Instant since, Instant now) {
    return stuck.contains(instance) ? Finding.WORKING : machine.look(instance, task, since, now);
  }
}
