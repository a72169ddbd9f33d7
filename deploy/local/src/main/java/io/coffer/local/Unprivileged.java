package io.coffer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How root runs programs that refuse to be root: in a user namespace, where it is nobody. */
final class Unprivileged {

  private static final List<String> NOBODY = List.of("unshare", "--user", "--");

  private Unprivileged() {}

  /** What to put in front of a command; nothing for an ordinary user. */
  static List<String> prefix() {
    return isRoot() ? NOBODY : List.of();
  }

  /** Why a program that began to write at this place of its log has failed. */
  static String explain(LogEnd log) {
    return isRoot() && !hasNamespaces()
        ? "PostgreSQL refuses to be root, and this machine has no user namespaces for it (unshare"
            + " --user fails). Run Coffer as another user, or allow them: sysctl"
            + " user.max_user_namespaces=10000"
        : log.complaint() + "; its log is " + log.file();
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException failed) {
      throw new LocalStackException("Cannot find out who runs this", failed);
    }
  }

  private static boolean hasNamespaces() {
    try {
      return new ProcessBuilder("unshare", "--user", "--", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noProgram) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
