package io.coffer.systemtests.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.faults.invariant.Aftermath.Played;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Waits for all tasks of the scenes. Faults are no reason for a task to fail, save one: where there
 * was no room it may, says so in a documented way, and succeeds when it is asked for again.
 */
final class TasksEnd {

  private TasksEnd() {}

  static void check(Aftermath aftermath) throws Exception {
    for (Played played : aftermath.scenes()) {
      if (aftermath.mayFail() && anyFailed(aftermath, played)) {
        Set<String> before = ids(aftermath, played);
        played.scene().play();
        allSucceed(aftermath, played, before);
      } else {
        allSucceed(aftermath, played, Set.of());
      }
    }
    for (Played played : aftermath.scenes()) {
      played.scene().ended();
    }
  }

  private static boolean anyFailed(Aftermath aftermath, Played played) {
    boolean any = false;
    for (String id : ids(aftermath, played)) {
      JsonNode task = aftermath.vaults().ended(id);
      if (!task.path("status").asText().equals("success")) {
        assertThat(task.at("/error_info/code").asText()).as("%s", task).startsWith("BackupService");
        any = true;
      }
    }
    return any;
  }

  private static void allSucceed(Aftermath aftermath, Played played, Set<String> otherThan) {
    ids(aftermath, played).stream()
        .filter(id -> !otherThan.contains(id))
        .forEach(id -> aftermath.vaults().succeeded(id));
  }

  private static Set<String> ids(Aftermath aftermath, Played played) {
    String vault = played.scene().vault();
    return vault.isEmpty()
        ? Set.of()
        : aftermath.vaults().tasksOfVault(vault).stream()
            .map(task -> task.path("id").asText())
            .collect(Collectors.toSet());
  }
}
