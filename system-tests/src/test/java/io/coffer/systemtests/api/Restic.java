package io.coffer.systemtests.api;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.stack.Launched;
import io.coffer.systemtests.stack.Launcher;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The stock tool on the repository of a vault, with the vault's recovery kit. */
public final class Restic {

  private final Map<String, String> kit;

  private Restic(Map<String, String> kit) {
    this.kit = kit;
  }

  /** Leaves the test out where the tool is not on the PATH. */
  public static void needed() {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "restic"))),
        "there is no restic on the PATH");
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

  /** Runs it to its end. */
  public Launched run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("restic", "--no-cache"));
    command.addAll(List.of(arguments));
    return Launcher.run(kit, command);
  }
}
