package io.coffer.systemtests.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.faults.invariant.Aftermath.Played;
import io.coffer.systemtests.faults.invariant.TaskWatch.Sight;
import io.coffer.systemtests.faults.scene.Scene;
import io.coffer.systemtests.faults.scene.Scene.Kept;
import java.util.List;
import java.util.Map;

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
      Map<String, String> kit = aftermath.recoveryKit(scene);
      JsonNode snapshots = engine(aftermath, kit, "snapshots");
      List<Kept> kept = scene.kept();
      assertThat(snapshots).as("snapshots for %d backups", kept.size()).hasSize(kept.size());
      for (Kept backup : kept) {
        assertThat(snapshots.findValues("tags").toString()).contains(backup.backup());
      }
      assertThat(engine(aftermath, kit, "check").path("clean").asBoolean()).isTrue();
    }
  }

  private static void neverGoesBack(String task, List<Sight> seen) {
    assertThat(seen.stream().map(Sight::progress).toList()).as("progress of %s", task).isSorted();
    assertThat(seen.stream().map(sight -> ORDER.indexOf(sight.status())).toList())
        .as("states of %s: %s", task, seen)
        .isSorted()
        .doesNotContain(-1);
  }

  private static JsonNode engine(Aftermath aftermath, Map<String, String> kit, String verb) {
    return aftermath.stack().coffer(kit, "engine", verb, "--json").ok().json();
  }
}
