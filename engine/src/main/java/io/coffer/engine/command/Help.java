package io.coffer.engine.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code --help} anywhere, or {@code help} first: what may be given is told, and nothing done. */
final class Help {
  private static final String VERB = "help";
  private static final Set<String> OPTIONS = Set.of("--help", "-h");

  private Help() {}

  /** The usage of the verb in a line, or the names of all; none if nobody asked. */
  static Optional<String> of(List<String> words) {
    int end = words.contains("--") ? words.indexOf("--") : words.size();
    List<String> options = words.subList(0, end);
    boolean isVerb = !words.isEmpty() && words.get(0).equals(VERB);
    if (!isVerb && options.stream().noneMatch(OPTIONS::contains)) {
      return Optional.empty();
    }
    List<String> others =
        options.stream().filter(word -> !OPTIONS.contains(word) && !word.equals(VERB)).toList();
    try {
      return Optional.of(Verbs.usage(others.get(Verbs.indexIn(others))));
    } catch (UsageException e) {
      return Optional.of(Verbs.names());
    }
  }
}
