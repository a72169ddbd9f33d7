package io.coffer.systemtests.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.stack.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of the local cloud and the folder with its files. */
public record LocalTurbo(String id, Path files) {

  /** Makes a file system without files. */
  public static LocalTurbo create(RunningStack stack, Project project, String name)
      throws IOException {
    Path folder = Files.createTempDirectory(stack.home(), "turbo").toRealPath();
    JsonNode turbo =
        stack
            .coffer(
                "cloud",
                "turbo-create",
                name,
                "--dir",
                folder.toString(),
                "--project",
                project.id(),
                "-o",
                "json")
            .ok()
            .json();
    return new LocalTurbo(turbo.path("id").asText(), folder);
  }
}
