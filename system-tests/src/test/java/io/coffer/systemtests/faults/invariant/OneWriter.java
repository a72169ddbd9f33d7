package io.coffer.systemtests.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.faults.invariant.Aftermath.Played;
import io.coffer.systemtests.faults.invariant.TaskWatch.Sight;
import io.coffer.systemtests.faults.scene.Scene;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What would show that two had a task at once, or that one went back. */
final class OneWriter {

  /** How far a task is in each state. */
  private static final Map<String, Integer> ORDER =
      Map.of("waiting", 0, "running", 1, "success", 2, "failed", 2);

  private OneWriter() {}

  static void check(Aftermath aftermath) {
    for (Played played : aftermath.scenes()) {
      assertThat(played.watch().refusals()).allMatch(reply -> reply.status() == 503);
      played.watch().seen().forEach(OneWriter::neverGoesBack);
    }
    for (Scene scene : aftermath.scenesWithBackups()) {
      Path repository = aftermath.stack().home().resolve("repositories").resolve(scene.vault());
      assertThat(repository.resolve("snapshots"))
          .as("snapshots for %d backups", scene.kept().size())
          .extracting(directory -> directory.toFile().list().length)
          .isEqualTo(scene.kept().size());
      JsonNode checked =
          aftermath
              .stack()
              .coffer(aftermath.recoveryKit(scene), "engine", "check", "--json")
              .ok()
              .json();
      assertThat(checked.path("clean").asBoolean()).as("%s", checked).isTrue();
    }
  }

  private static void neverGoesBack(String task, List<Sight> seen) {
    assertThat(seen.stream().map(Sight::progress).toList()).as("progress of %s", task).isSorted();
    List<String> states = seen.stream().map(Sight::status).distinct().toList();
    assertThat(ORDER.keySet()).as("states of %s", task).containsAll(states);
    assertThat(seen.stream().map(sight -> ORDER.get(sight.status())).toList())
        .as("states of %s: %s", task, states)
        .isSorted();
    assertThat(states).as("ends of %s", task).doesNotContainSequence("success", "failed");
    assertThat(states).as("ends of %s", task).doesNotContainSequence("failed", "success");
  }
}
