package io.coffer.systemtests.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.faults.invariant.Aftermath.Played;
import io.coffer.systemtests.faults.invariant.TaskWatch.Sight;
import io.coffer.systemtests.faults.scene.Scene;
import java.nio.file.Path;
import java.util.List;

/** What would show that two had a task at once, or that one went back. */
final class OneWriter {

  private static final List<String> ORDER = List.of("waiting", "running", "success");

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
    assertThat(seen.stream().map(sight -> ORDER.indexOf(sight.status())).toList())
        .as("states of %s: %s", task, seen)
        .isSorted()
        .doesNotContain(-1);
  }
}
