package io.coffer.systemtests.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.stack.Launched;
import io.coffer.systemtests.stack.Launcher;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The stock tool on the repository of a vault, with the vault's recovery kit. */
public final class Restic {

  private final Map<String, String> kit;

  private Restic(Map<String, String> kit) {
    this.kit = kit;
  }

  /** The tool for a vault. */
  public static Restic of(Project project, String vault) {
    return new Restic(kit(project, vault));
  }

  /** Where the repository of a vault is and what opens it, as variables of the tool. */
  public static Map<String, String> kit(Project project, String vault) {
    JsonNode kit = project.get("/vaults/" + vault + "/x-recovery-kit").expect(200);
    return Map.of(
        "RESTIC_REPOSITORY", kit.path("repository").asText(),
        "RESTIC_PASSWORD", kit.path("password").asText());
  }

  /** Runs it to its end; fails the test where it is not installed. */
  public Launched run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("restic", "--no-cache"));
    command.addAll(List.of(arguments));
    try {
      return Launcher.run(kit, command);
    } catch (UncheckedIOException missing) {
      throw new AssertionError("restic is not on the PATH: apt-get install restic", missing);
    }
  }
}
