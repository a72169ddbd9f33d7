package io.coffer.engine.backup;

import io.coffer.engine.Cause;
import io.coffer.engine.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What vanished or could not be read while a tree was walked. */
final class SkippedFiles {
  private final List<String> messages = new ArrayList<>();

  synchronized void add(Path path, IOException cause) {
    messages.add(path + ": " + Cause.of(cause));
  }

  synchronized void add(SourceException volume) {
    messages.add(volume.getMessage());
  }

  synchronized List<String> messages() {
    return List.copyOf(messages);
  }
}
