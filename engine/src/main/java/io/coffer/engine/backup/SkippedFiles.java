package io.coffer.engine.backup;

import io.coffer.engine.Cause;
import io.coffer.engine.SourceException;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What vanished or could not be read while a tree was walked. */
final class SkippedFiles {
  private final List<String> messages = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  synchronized void add(Path path, IOException cause) {
    String message = RawPath.text(path) + ": " + Cause.of(cause);
    messages.add(message);
    if (!(cause instanceof NoSuchFileException)) {
      unreadable.add(message);
    }
  }

  synchronized void add(SourceException volume) {
    messages.add(volume.getMessage());
    unreadable.add(volume.getMessage());
  }

  /** Of these, what did not just vanish. */
  synchronized List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  synchronized List<String> messages() {
    return List.copyOf(messages);
  }
}
