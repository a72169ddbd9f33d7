package io.coffer.cli.cloud;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.JsonFile;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.stack.Credentials;
import io.coffer.local.LocalStackException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/** File systems of the local cloud: folders of this machine that stay where they are. */
public final class TurboFolder {

  private static final String FILE = "turbo.json";

  private final Path cloud;
  private final Path turbos;
  private final String projectId;
  private final Path home;

  public TurboFolder(Home home, Credentials.Project project) {
    this.cloud = home.cloud();
    this.turbos = home.cloud().resolve(project.id()).resolve("turbos");
    this.projectId = project.id();
    this.home = home.path();
  }

  static TurboFolder of(ProjectOption project) {
    return new TurboFolder(Home.ofEnvironment(), project.project());
  }

  /** Makes a file system of a folder, which is no other one's and has none in it. */
  public Turbo create(String name, Path folder, int sizeGb) {
    if (!Files.isDirectory(folder)) {
      throw new LocalStackException("There is no folder " + folder);
    }
    String id = UUID.randomUUID().toString();
    String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    try {
      Path path = folder.toRealPath();
      if ((Files.exists(home) ? home.toRealPath() : home).startsWith(path)) {
        throw new LocalStackException(
            "The backups themselves are in " + folder + ": a restore would delete them");
      }
      requireApart(path);
      Turbo turbo =
          new Turbo(
              id, name, projectId, "available", now, sizeGb, path.toString(), isMounted(path));
      Files.createDirectories(turbos.resolve(id));
      JsonFile.write(turbos.resolve(id).resolve(FILE), turbo);
      return turbo;
    } catch (IOException failed) {
      throw new LocalStackException("Cannot make " + name + " of " + folder, failed);
    }
  }

  private void requireApart(Path path) throws IOException {
    if (!Files.isDirectory(cloud)) {
      return;
    }
    try (DirectoryStream<Path> projects = Files.newDirectoryStream(cloud)) {
      for (Path project : projects) {
        for (Turbo other : list(project.resolve("turbos"))) {
          Path taken = Path.of(other.path());
          if (taken.startsWith(path) || path.startsWith(taken)) {
            throw new LocalStackException(
                "File system "
                    + other.id()
                    + " is of "
                    + taken
                    + ": a restore of one would delete files of the other");
          }
        }
      }
    }
  }

  private static boolean isMounted(Path folder) throws IOException {
    Path parent = folder.getParent();
    return parent != null
        && !Files.getAttribute(folder, "unix:dev").equals(Files.getAttribute(parent, "unix:dev"));
  }

  /** All file systems of the project, oldest first. */
  public List<Turbo> list() {
    return list(turbos);
  }

  private static List<Turbo> list(Path turbos) {
    List<Turbo> all = new ArrayList<>();
    if (Files.isDirectory(turbos)) {
      try (DirectoryStream<Path> directories = Files.newDirectoryStream(turbos)) {
        for (Path directory : directories) {
          JsonFile.read(directory.resolve(FILE), Turbo.class).ifPresent(all::add);
        }
      } catch (IOException failed) {
        throw new LocalStackException("Cannot look into " + turbos, failed);
      }
    }
    all.sort(Comparator.comparing(Turbo::createdAt).thenComparing(Turbo::id));
    return all;
  }

  /** Forgets a file system, by its id or, if there is one only, its name; its files stay. */
  public void delete(String idOrName) {
    List<Turbo> found =
        list().stream()
            .filter(turbo -> turbo.id().equals(idOrName) || turbo.name().equals(idOrName))
            .toList();
    if (found.size() != 1) {
      throw new NoSuchElementException("There are " + found.size() + " file systems " + idOrName);
    }
    Path directory = turbos.resolve(found.get(0).id());
    try {
      Files.delete(directory.resolve(FILE));
      Files.delete(directory);
    } catch (IOException failed) {
      throw new LocalStackException("Cannot delete file system " + idOrName, failed);
    }
  }
}
