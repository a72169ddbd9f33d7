package io.coffer.engine.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the environment of this process says, one char per byte. */
public final class Environment {
  private static final Path BYTES = Path.of("/proc/self/environ");

  private Environment() {}

  /** The value of a variable, if it is set and not empty. */
  public static Optional<String> value(String name) {
    for (String variable : variables()) {
      int end = variable.indexOf('=');
      if (end == name.length() && variable.startsWith(name) && end + 1 < variable.length()) {
        return Optional.of(variable.substring(end + 1));
      }
    }
    return Optional.empty();
  }

  private static String[] variables() {
    try {
      return Files.readString(BYTES, StandardCharsets.ISO_8859_1).split("\0");
    } catch (IOException e) { // another kind of system
      return System.getenv().entrySet().stream()
          .map(variable -> variable.getKey() + "=" + variable.getValue())
          .map(RawPath::ofText)
          .toArray(String[]::new);
    }
  }
}
