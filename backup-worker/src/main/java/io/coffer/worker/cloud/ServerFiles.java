package io.coffer.worker.cloud;

import io.coffer.contracts.Json;
import io.coffer.worker.WorkerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The servers of the local cloud: {@code cloud/<project>/servers/<server>/server.json}. */
@ApplicationScoped
class ServerFiles {

  private static final Logger LOG = Logger.getLogger(ServerFiles.class);

  /** Ids come from outside and become part of a path. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}");

  private final Path root;

  ServerFiles(WorkerSettings settings) {
    this.root = settings.home().toAbsolutePath().normalize().resolve("cloud");
  }

  /** All servers of a project whose file can be read. */
  List<ServerFile> all(String project) {
    if (!isId(project)) {
      return List.of();
    }
    Path servers = root.resolve(project).resolve("servers");
    if (!Files.isDirectory(servers)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(servers)) {
      return folders
          .map(folder -> read(folder.resolve("server.json"), project))
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One server of a project. */
  Optional<ServerFile> find(String project, String id) {
    if (!isId(project) || !isId(id)) {
      return Optional.empty();
    }
    return read(
        root.resolve(project).resolve("servers").resolve(id).resolve("server.json"), project);
  }

  private static Optional<ServerFile> read(Path file, String project) {
    try {
      ServerFile server = Json.MAPPER.readValue(Files.readAllBytes(file), ServerFile.class);
      boolean whole = server.id() != null && server.name() != null && server.createdAt() != null;
      boolean own = server.projectId() == null || server.projectId().equals(project);
      return whole && own ? Optional.of(server) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warnf("%s is no server: %s", file, e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isId(String id) {
    return id != null && ID.matcher(id).matches();
  }
}
