package io.coffer.systemtests.faults;

import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import java.util.List;

/** A backup that runs; a slow worker takes so long that something can happen to it. */
record SlowBackup(Project project, Vaults vaults, String vault, String checkpoint, String task) {

  /** Starts one of a new server with one disk of these many bytes. */
  static SlowBackup start(RunningStack stack, String name, int bytes) throws Exception {
    Project project = Project.of(stack, "region-1");
    Vaults vaults = new Vaults(project);
    LocalServer server =
        LocalServer.create(stack, project, name, List.of(new Noise().bytes(bytes)));
    String vault = vaults.create(name, server.id());
    String checkpoint = vaults.backUp(vault);
    return new SlowBackup(project, vaults, vault, checkpoint, vaults.tasksOf(checkpoint).get(0));
  }

  String status() {
    return vaults.task(task).path("status").asText();
  }
}
