package io.coffer.worker.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.engine.Cause;
import io.coffer.worker.source.ResourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private final TornFiles torn = new TornFiles();

  EntryFiles(Path home, String kind, String file, Class<T> form) {
    this.root = home.toAbsolutePath().normalize().resolve("cloud");
    this.kind = kind;
    this.file = file;
    this.form = form;
  }

  /** The projects that may have something; none before there is a cloud. */
  static List<String> projects(Path home) {
    return ids(home.toAbsolutePath().normalize().resolve("cloud")).stream()
        .map(folder -> folder.getFileName().toString())
        .toList();
  }

  /** All of a project. What is there and cannot be read is told in the log once. */
  Look<T> look(String project) {
    List<T> all = new ArrayList<>();
    boolean whole = true;
    for (Path folder : folders(project)) {
      Path path = folder.resolve(file);
      try {
        read(path, project).ifPresent(all::add);
        torn.mended(path);
      } catch (IOException e) {
        if (torn.isNews(path, Cause.of(e))) {
          LOG.warnf("not readable file=%s: %s", path, Cause.of(e));
        }
        whole = false;
      }
    }
    return new Look<>(all, whole);
  }

  /**
   * One of a project; empty where there is none.
   *
   * @throws ResourceException when it is there and cannot be read
   */
  Optional<T> find(String project, String id) {
    Optional<Path> folder = folder(project, id);
    try {
      return folder.isEmpty() ? Optional.empty() : read(folder.get().resolve(file), project);
    } catch (IOException e) {
      throw unreadable(id, e);
    }
  }

  /** Where one of a project is, whether there is one or not; empty for what is no id. */
  Optional<Path> folder(String project, String id) {
    return isId(project) && isId(id)
        ? Optional.of(root.resolve(project).resolve(kind).resolve(id))
        : Optional.empty();
  }

  /** Only what is not there is none: what fails otherwise may be there. */
  private Optional<T> read(Path path, String project) throws IOException {
    T entry;
    try {
      entry = Json.MAPPER.readValue(Files.readAllBytes(path), form);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IOException("it is not the JSON that it should be", e);
    }
    if (entry == null || !entry.complete()) {
      throw new IOException("it does not say all that it must");
    }
    boolean own = entry.projectId() == null || entry.projectId().equals(project);
    return own ? Optional.of(entry) : Optional.empty();
  }

  /** What may be one of a project, whether it is or not. */
  List<Path> folders(String project) {
    return isId(project) ? ids(root.resolve(project).resolve(kind)) : List.of();
  }

  /** Folders that are named by an id: others belong to somebody else. */
  private static List<Path> ids(Path above) {
    try (Stream<Path> folders = Files.list(above)) {
      return folders
          .filter(one -> isId(one.getFileName().toString()) && !Files.isRegularFile(one))
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ResourceException unreadable(String id, IOException cause) {
    return new ResourceException(
        CbrError.UNKNOWN_ERROR,
        "What is written of " + id + " cannot be read: " + Cause.of(cause) + ".",
        cause);
  }

  private static boolean isId(String id) {
    return id != null && ID.matcher(id).matches();
  }
}
