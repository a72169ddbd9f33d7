package io.coffer.worker.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Files that could not be read, each of which is told of once until it is another. */
final class TornFiles {

  private final Map<Path, String> told = new ConcurrentHashMap<>();

  /** Whether it was not told yet of the file, as it is now, that this is wrong with it. */
  boolean isNews(Path file, String why) {
    String now = changed(file) + " " + why;
    return !now.equals(told.put(file, now));
  }

  /** Nothing is wrong with it, or it is gone. */
  void mended(Path file) {
    told.remove(file);
  }

  private static String changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
