package io.coffer.engine.command;

import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the repository that a command names and keeps it open for the next one. Only the last keeps
 * its index: the others would fill the memory, and have to look for what is new anyway.
 */
final class Repositories {
  private record Key(Path folder, String password) {}

  private final Map<Key, Repository> open = new HashMap<>();
  private Repository last;

  Repository open(Arguments arguments) {
    Key key = new Key(folder(arguments), password(arguments));
    Repository repository = open.get(key);
    if (repository == null || !repository.isCurrent()) {
      repository = Repository.open(new LocalStore(key.folder()), key.password());
      open.put(key, repository);
    }
    if (last != null && last != repository) {
      last.rest();
    }
    last = repository;
    return repository;
  }

  static Path folder(Arguments arguments) {
    Optional<String> given = arguments.one("--repo").or(() -> environment("RESTIC_REPOSITORY"));
    return Path.of(given.orElseThrow(() -> new UsageException("which repository? give -r")))
        .toAbsolutePath()
        .normalize();
  }

  static String password(Arguments arguments) {
    Optional<String> file =
        arguments.one("--password-file").or(() -> environment("RESTIC_PASSWORD_FILE"));
    if (file.isEmpty()) {
      return environment("RESTIC_PASSWORD")
          .orElseThrow(() -> new UsageException("give --password-file"));
    }
    try {
      return Files.readString(Path.of(file.get())).strip();
    } catch (IOException e) {
      throw new UsageException("the password file cannot be read: " + e.getMessage());
    }
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
  }
}
