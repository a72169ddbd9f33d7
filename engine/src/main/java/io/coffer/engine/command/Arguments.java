package io.coffer.engine.command;

import io.coffer.engine.tree.RawPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows a verb, as its syntax reads it: values of options, and raw words. */
final class Arguments {
  private final Map<Option<?>, List<Object>> values = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  private Arguments() {}

  /**
   * @param raw all but the verb, one char per byte
   * @throws UsageException if it is not what the syntax declares
   */
  static Arguments parse(Syntax syntax, List<String> raw) {
    Arguments arguments = new Arguments();
    for (Token token : Token.split(raw, name -> find(syntax, name))) {
      if (token.option().isEmpty()) {
        arguments.words.add(notEmpty(token.value(), "an empty word"));
      } else {
        arguments.add(token.option().get(), token.value());
      }
    }
    int count = arguments.words.size();
    if (count < syntax.least()) {
      throw new UsageException(syntax.verb() + " needs " + syntax.words());
    }
    if (count > syntax.most()) {
      String first = RawPath.text(arguments.words.get(syntax.most()));
      throw new UsageException(syntax.verb() + " does not take \"" + first + "\"");
    }
    return arguments;
  }

  private static Option<?> find(Syntax syntax, String name) {
    return syntax.options().stream()
        .filter(option -> option.names().contains(name))
        .findFirst()
        .orElseThrow(
            () -> new UsageException(syntax.verb() + " has no option " + RawPath.text(name)));
  }

  private void add(Option<?> option, String raw) {
    notEmpty(raw, "an empty value of " + option.name());
    List<Object> before = values.computeIfAbsent(option, key -> new ArrayList<>());
    try {
      before.add(option.reader().apply(raw));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          option.name() + " needs " + e.getMessage() + ", not \"" + RawPath.text(raw) + "\"");
    }
  }

  private static String notEmpty(String raw, String what) {
    if (raw.isEmpty()) {
      throw new UsageException(what + " was given: is a variable not set?");
    }
    return raw;
  }

  /** What is no option, one char per byte. */
  List<String> words() {
    return words;
  }

  boolean has(Option<Boolean> option) {
    return one(option).orElse(false);
  }

  /** The value that was given last. */
  <T> Optional<T> one(Option<T> option) {
    List<T> all = all(option);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  @SuppressWarnings("unchecked") // the option read them
  <T> List<T> all(Option<T> option) {
    return (List<T>) (List<?>) values.getOrDefault(option, List.of());
  }
}
