package io.coffer.systemtests.faults.invariant;

import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.faults.invariant.Aftermath.Played;

/** Waits for all tasks of the scenes. Faults are no reason for a task to fail. */
final class TasksEnd {

  private TasksEnd() {}

  static void check(Aftermath aftermath) throws Exception {
    Vaults vaults = aftermath.vaults();
    for (Played played : aftermath.scenes()) {
      String vault = played.scene().vault();
      if (!vault.isEmpty()) {
        vaults.tasksOfVault(vault).forEach(task -> vaults.succeeded(task.path("id").asText()));
      }
    }
    for (Played played : aftermath.scenes()) {
      played.scene().ended();
    }
  }
}
