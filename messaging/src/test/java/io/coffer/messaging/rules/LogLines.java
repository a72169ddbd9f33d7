package io.coffer.messaging.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lines of the log look like: words that never change, {@code key=value} of what somebody will
 * search for, and behind a colon what the failure said.
 */
final class LogLines {

  private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final Pattern LINE =
      Pattern.compile(
          "\\b(?:LOG|AUDIT)\\s*\\.\\s*(?:trace|debug|info|warn|error|fatal)[fv]?\\(\\s*(?:\\w+,\\s*)?"
              + "("
              + TEXT
              + "(?:\\s*\\+\\s*"
              + TEXT
              + ")*)");
  private static final Pattern PART = Pattern.compile(TEXT);
  private static final Pattern STYLE = Pattern.compile("[^%=]+( \\w+=%[sd])*(:( |%n)%s)?");

  private LogLines() {}

  /** The lines that the code below a directory, which may be missing, writes in another way. */
  static List<String> odd(Path code) throws IOException {
    List<String> odd = new ArrayList<>();
    if (!Files.isDirectory(code)) {
      return odd;
    }
    try (Stream<Path> files = Files.walk(code)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        oddIn(Files.readString(file)).forEach(line -> odd.add(file + ": " + line));
      }
    }
    return odd;
  }

  /** The lines that this code writes in another way. */
  static List<String> oddIn(String code) {
    return LINE.matcher(code)
        .results()
        .map(line -> whole(line.group(1)))
        .filter(line -> !STYLE.matcher(line).matches())
        .toList();
  }

  private static String whole(String parts) {
    Matcher part = PART.matcher(parts);
    return part.results().map(found -> found.group(1)).collect(Collectors.joining());
  }
}
