package io.coffer.engine.command;

import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.UnusableFile;
import io.coffer.engine.tree.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens the repository that a command names and keeps it open for the next one. Only the last keeps
 * its index: the others would fill the memory, and have to look for what is new anyway.
 */
final class Repositories {
  private static final Option<Path> REPO = Option.one("REPOSITORY", Place::folder, "--repo", "-r");

  /** Of each verb that works on a repository. */
  static final List<Option<?>> OPTIONS = options();

  private record Key(Path folder, String password) {}

  private final Passwords passwords = new Passwords();
  private final Map<Key, Repository> open = new HashMap<>();
  private Repository last;

  Repository open(Arguments arguments) {
    Key key = new Key(folder(arguments), passwords.of(arguments));
    Repository repository = open.get(key);
    if (repository == null || !repository.isCurrent()) {
      repository =
          Repository.open(
              new LocalStore(key.folder(), Interruption::check), Values.bytes(key.password()));
      open.put(key, repository);
    }
    if (last != null && last != repository) {
      last.rest();
    }
    last = repository;
    return repository;
  }

  /** What of the last repository is listed and was of no use, for people. */
  List<String> warnings() {
    return last == null
        ? List.of()
        : last.files().unusable().stream().map(UnusableFile::tell).toList();
  }

  static Path folder(Arguments arguments) {
    return arguments
        .one(REPO)
        .or(() -> Environment.value("RESTIC_REPOSITORY").map(Place::folder))
        .orElseThrow(() -> new UsageException("which repository? give -r"));
  }

  /** As the arguments give it, byte for byte. */
  byte[] password(Arguments arguments) {
    return Values.bytes(passwords.of(arguments));
  }

  private static List<Option<?>> options() {
    List<Option<?>> options = new ArrayList<>();
    options.add(REPO);
    options.addAll(Passwords.OPTIONS);
    options.add(Locking.RETRY);
    options.addAll(Output.OPTIONS);
    return List.copyOf(options);
  }
}
