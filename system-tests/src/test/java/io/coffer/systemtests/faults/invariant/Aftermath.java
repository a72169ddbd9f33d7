package io.coffer.systemtests.faults.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Restic;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.faults.client.Journal;
import io.coffer.systemtests.faults.scene.Scene;
import io.coffer.systemtests.stack.RunningStack;
import java.util.List;
import java.util.Map;

/**
 * What a fault left, and what was seen meanwhile.
 *
 * @param name of everything that was made
 * @param mayFail whether tasks may have failed of the fault
 */
public record Aftermath(
    String name,
    RunningStack stack,
    Project project,
    List<Played> scenes,
    Journal journal,
    JsonNode deadLettersBefore,
    boolean mayFail) {

  /** A scene and what was seen of its tasks. */
  public record Played(Scene scene, TaskWatch watch) {}

  Vaults vaults() {
    return new Vaults(project);
  }

  /** The scenes that leave backups. */
  List<Scene> scenesWithBackups() {
    return scenes.stream().map(Played::scene).filter(scene -> !scene.kept().isEmpty()).toList();
  }

  /** Where the repository of a scene's vault is and what opens it, as the stock tool wants it. */
  Map<String, String> recoveryKit(Scene scene) {
    return Restic.kit(project, scene.vault());
  }
}
