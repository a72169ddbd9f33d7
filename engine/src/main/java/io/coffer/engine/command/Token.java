package io.coffer.engine.command;

import io.coffer.engine.tree.RawPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A word of a command line, or an option with its value, written in any of the usual ways: {@code
 * --name value}, {@code --name=value}, {@code -n value}, {@code -nvalue}, {@code -n=value}, and
 * switches of one letter together.
 *
 * @param option none for a word
 */
record Token(Optional<Option<?>> option, String value) {

  /**
   * @param options the option of a name, or throws
   */
  static List<Token> split(List<String> words, Function<String, Option<?>> options) {
    List<Token> tokens = new ArrayList<>();
    boolean onlyWords = false;
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (onlyWords || isWord(word)) {
        tokens.add(new Token(Optional.empty(), word));
      } else if (word.equals("--")) {
        onlyWords = true;
      } else {
        at = add(tokens, words, at, options);
      }
    }
    return tokens;
  }

  /** The index of the first word; as many as there are if there is none. */
  static int firstWord(List<String> words, Function<String, Option<?>> options) {
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (isWord(word)) {
        return at;
      }
      at = word.equals("--") ? at : add(new ArrayList<>(), words, at, options);
    }
    return words.size();
  }

  private static boolean isWord(String word) {
    return !word.startsWith("-") || word.equals("-");
  }

  /** Adds the options in one word; the answer is the index of the last word that belongs to it. */
  private static int add(
      List<Token> tokens, List<String> words, int at, Function<String, Option<?>> options) {
    String word = words.get(at);
    boolean isLong = word.startsWith("--");
    for (int from = 1; from < word.length(); from++) {
      int equals = word.indexOf('=', from + 1);
      String name =
          isLong ? equals < 0 ? word : word.substring(0, equals) : "-" + word.charAt(from);
      int end = isLong ? name.length() : from + 1;
      Option<?> option = options.apply(name);
      String behind = word.substring(end);
      if (behind.startsWith("=")) {
        tokens.add(new Token(Optional.of(option), behind.substring(1)));
        return at;
      }
      if (option.isSwitch()) {
        tokens.add(new Token(Optional.of(option), "true"));
        if (isLong) {
          return at;
        }
      } else if (!behind.isEmpty()) {
        tokens.add(new Token(Optional.of(option), behind));
        return at;
      } else if (at + 1 < words.size()) {
        tokens.add(new Token(Optional.of(option), words.get(at + 1)));
        return at + 1;
      } else {
        throw new UsageException("option " + RawPath.text(name) + " needs a value");
      }
    }
    return at;
  }
}
