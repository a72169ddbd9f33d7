package io.coffer.engine.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What vanished or could not be read while a tree was walked. */
final class SkippedFiles {
  private final List<String> messages = new ArrayList<>();

  synchronized void add(Path path, IOException cause) {
    messages.add(path + ": " + cause);
  }

  synchronized List<String> messages() {
    return List.copyOf(messages);
  }
}
