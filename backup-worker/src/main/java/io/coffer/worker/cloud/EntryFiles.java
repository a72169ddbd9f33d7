package io.coffer.worker.cloud;

import io.coffer.contracts.Json;
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

/** One kind of things of the local cloud: {@code cloud/<project>/<kind>/<id>/<file>}. */
final class EntryFiles<T extends EntryFiles.Entry> {

  private static final Logger LOG = Logger.getLogger(EntryFiles.class);

  /** Ids come from outside and become part of a path. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}");

  /** What a file says. */
  interface Entry {

    /** Whether nothing is missing without which it is none. */
    boolean complete();

    /** The project that it says it belongs to; null when it does not say. */
    String projectId();
  }

  private final Path root;
  private final String kind;
  private final String file;
  private final Class<T> form;

  EntryFiles(Path home, String kind, String file, Class<T> form) {
    this.root = home.toAbsolutePath().normalize().resolve("cloud");
    this.kind = kind;
    this.file = file;
    this.form = form;
  }

  /** The projects that may have something; none before there is a cloud. */
  static List<String> projects(Path home) {
    Path root = home.toAbsolutePath().normalize().resolve("cloud");
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(EntryFiles::isId)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of a project whose file can be read. */
  List<T> all(String project) {
    if (!isId(project)) {
      return List.of();
    }
    Path folder = root.resolve(project).resolve(kind);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .map(one -> read(one.resolve(file), project))
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of a project. */
  Optional<T> find(String project, String id) {
    return folder(project, id).flatMap(folder -> read(folder.resolve(file), project));
  }

  /** Where one of a project is, whether there is one or not; empty for what is no id. */
  Optional<Path> folder(String project, String id) {
    return isId(project) && isId(id)
        ? Optional.of(root.resolve(project).resolve(kind).resolve(id))
        : Optional.empty();
  }

  private Optional<T> read(Path path, String project) {
    try {
      T entry = Json.MAPPER.readValue(Files.readAllBytes(path), form);
      boolean own = entry.projectId() == null || entry.projectId().equals(project);
      return entry.complete() && own ? Optional.of(entry) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warnf("%s is not what it should be: %s", path, e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isId(String id) {
    return id != null && ID.matcher(id).matches();
  }
}
