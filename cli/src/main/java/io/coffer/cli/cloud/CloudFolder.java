package io.coffer.cli.cloud;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.JsonFile;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.stack.Credentials;
import io.coffer.local.LocalStackException;
import io.coffer.local.Trees;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

/** Servers whose disks are files of this machine: the smallest cloud one can back up. */
public final class CloudFolder {

  private static final String SERVER_FILE = "server.json";
  private static final long GIB = 1L << 30;

  private final Path servers;
  private final String projectId;

  public CloudFolder(Home home, Credentials.Project project) {
    this.servers = home.cloud().resolve(project.id()).resolve("servers");
    this.projectId = project.id();
  }

  static CloudFolder of(ProjectOption project) {
    return new CloudFolder(Home.ofEnvironment(), project.project());
  }

  /** Makes a server about which nothing is chosen. */
  public Server create(String name, List<Path> images) {
    return create(name, images, Server.Choices.NONE);
  }

  /** Makes a server with copies of raw images as disks; it appears only when all are copied. */
  public Server create(String name, List<Path> images, Server.Choices choices) {
    for (Path image : images) {
      if (!Files.isRegularFile(image) || !Files.isReadable(image)) {
        throw new LocalStackException("There is no readable file " + image);
      }
    }
    String id = UUID.randomUUID().toString();
    Path directory = servers.resolve(id);
    try {
      Files.createDirectories(directory);
      List<Server.Volume> volumes = new ArrayList<>();
      for (Path image : images) {
        volumes.add(copy(image, directory, volumes.isEmpty()));
      }
      String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
      Server server =
          new Server(
              id,
              name,
              projectId,
              choices.type(),
              "ACTIVE",
              now,
              choices.flavor(),
              choices.address(),
              choices.floatingIp(),
              choices.tags(),
              volumes);
      JsonFile.write(directory.resolve(SERVER_FILE), server);
      return server;
    } catch (IOException failed) {
      Trees.delete(directory);
      throw new LocalStackException("Cannot copy the disks of " + name, failed);
    }
  }

  /** All servers of the project, oldest first. */
  public List<Server> list() {
    List<Server> all = new ArrayList<>();
    if (Files.isDirectory(servers)) {
      try (DirectoryStream<Path> directories = Files.newDirectoryStream(servers)) {
        for (Path directory : directories) {
          JsonFile.read(directory.resolve(SERVER_FILE), Server.class).ifPresent(all::add);
        }
      } catch (IOException failed) {
        throw new LocalStackException("Cannot look into " + servers, failed);
      }
    }
    all.sort(Comparator.comparing(Server::createdAt).thenComparing(Server::id));
    return all;
  }

  /** The server with this id or, if there is one only, this name. */
  public Server find(String idOrName) {
    List<Server> found =
        list().stream()
            .filter(server -> server.id().equals(idOrName) || server.name().equals(idOrName))
            .toList();
    if (found.size() != 1) {
      throw new NoSuchElementException("There are " + found.size() + " servers " + idOrName);
    }
    return found.get(0);
  }

  /** Gives a server these tags, and no others. */
  public void tag(Server server, Map<String, String> tags) {
    JsonFile.write(servers.resolve(server.id()).resolve(SERVER_FILE), server.tagged(tags));
  }

  /** Notes that the agent in a server gave a sign of life now. */
  public void agentSeen(Server server, String version) {
    String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    JsonFile.write(
        servers.resolve(server.id()).resolve("agent.json"),
        Map.of("version", version, "last_active_time", now));
  }

  /** Removes a server with its disks. */
  public void delete(Server server) {
    try {
      Path directory = servers.resolve(server.id());
      Files.delete(directory.resolve(SERVER_FILE)); // from here on there is no server
      Trees.delete(directory);
    } catch (IOException failed) {
      throw new LocalStackException("Cannot delete server " + server.id(), failed);
    }
  }

  private static Server.Volume copy(Path image, Path directory, boolean first) throws IOException {
    String id = UUID.randomUUID().toString();
    Path file = directory.resolve(id + ".raw").toAbsolutePath();
    long bytes = SparseCopy.copy(image, file);
    String name = image.getFileName().toString();
    return new Server.Volume(
        id, name, file.toString(), bytes, Math.max(1, (bytes + GIB - 1) / GIB), first);
  }
}
