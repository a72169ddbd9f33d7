package io.coffer.engine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a verb takes: words, at least and at most so many, and options.
 *
 * @param words how they stand in the usage; empty text if there are none
 */
record Syntax(String verb, String words, int least, int most, List<Option<?>> options) {

  /** A verb with any number of words from some on. */
  static Syntax words(String verb, String words, int least, List<Option<?>> options) {
    return new Syntax(verb, words, least, Integer.MAX_VALUE, options);
  }

  static Syntax noWords(String verb, List<Option<?>> options) {
    return new Syntax(verb, "", 0, 0, options);
  }

  /** The same verb with more options. */
  Syntax with(List<Option<?>> more) {
    List<Option<?>> all = new ArrayList<>(options);
    all.addAll(more);
    return new Syntax(verb, words, least, most, List.copyOf(all));
  }

  /** One line that says what may follow. */
  String usage() {
    String verbAndWords = words.isEmpty() ? verb : verb + " " + words;
    return options.stream()
        .map(Option::usage)
        .collect(Collectors.joining(" ", "usage: " + verbAndWords + " ", ""));
  }
}
