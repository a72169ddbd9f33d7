package io.coffer.systemtests.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.stack.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A server of the local cloud with the files that are its disks. */
public record LocalServer(String id, List<Path> disks) {

  /** Makes a server whose disks hold these contents, and deletes nothing of them. */
  public static LocalServer create(
      RunningStack stack, Project project, String name, List<byte[]> contents) throws IOException {
    return create(stack, project, name, contents, List.of("server-create"));
  }

  /** Makes a desktop whose disks hold these contents. */
  public static LocalServer desktop(
      RunningStack stack, Project project, String name, List<byte[]> contents) throws IOException {
    return create(stack, project, name, contents, List.of("desktop-create"));
  }

  /**
   * @param verb the command with the options that are particular
   */
  public static LocalServer create(
      RunningStack stack, Project project, String name, List<byte[]> contents, List<String> verb)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("cloud"));
    command.addAll(verb);
    command.addAll(List.of(name, "--project", project.id()));
    List<Path> images = new ArrayList<>();
    for (byte[] content : contents) {
      Path image = Files.createTempFile("disk", ".raw");
      images.add(Files.write(image, content));
      command.addAll(List.of("--disk", image.toString()));
    }
    command.addAll(List.of("-o", "json"));
    JsonNode server = stack.coffer(command.toArray(String[]::new)).ok().json();
    for (Path image : images) {
      Files.delete(image);
    }
    List<Path> disks = new ArrayList<>();
    server.path("volumes").forEach(volume -> disks.add(Path.of(volume.path("path").asText())));
    return new LocalServer(server.path("id").asText(), disks);
  }

  /** Notes when its agent gave the last sign of life. */
  public void agentSeen(Instant at, String version) throws IOException {
    Files.writeString(
        disks.get(0).resolveSibling("agent.json"),
        "{\"version\":\"%s\",\"last_active_time\":\"%s\"}".formatted(version, at));
  }

  /** Removes it, as a cloud does: it is not there any more. */
  public void vanish() throws IOException {
    Files.delete(disks.get(0).resolveSibling("server.json"));
  }

  /** What the disks hold now. */
  public List<byte[]> contents() throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (Path disk : disks) {
      contents.add(Files.readAllBytes(disk));
    }
    return contents;
  }
}
