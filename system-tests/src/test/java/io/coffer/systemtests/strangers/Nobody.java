package io.coffer.systemtests.strangers;

import io.coffer.systemtests.stack.Launched;
import io.coffer.systemtests.stack.Launcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Another user of this machine, whom only root can be. */
final class Nobody {

  /** What a command is put behind. */
  static final List<String> COMMAND =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

  private Nobody() {}

  static Launched run(String... command) {
    List<String> whole = new ArrayList<>(COMMAND);
    whole.addAll(List.of(command));
    return Launcher.run(Map.of(), whole);
  }

  /**
   * Whether we may be that user, who then reaches this clone and has room for short-lived files.
   */
  static boolean mayUse(Path checkout) {
    return run("test", "-x", checkout.resolve("coffer").toString()).exit() == 0
        && run("test", "-w", System.getProperty("java.io.tmpdir")).exit() == 0;
  }

  /** Makes a folder that user's own. */
  static void give(Path folder) {
    Launcher.run(Map.of(), List.of("chown", "65534:65534", folder.toString())).ok();
  }
}
