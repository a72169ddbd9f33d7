package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A command line that was read: a verb with its arguments. */
record Call(Verb verb, Arguments arguments) {

  /**
   * @param words one char per byte
   * @throws UsageException if they say nothing that can be done
   */
  static Call of(List<String> words) {
    int at = Verbs.indexIn(words);
    Verb verb = Verbs.named(words.get(at));
    return new Call(verb, parse(verb.syntax(), words, at));
  }

  /** What stands around the verb at an index. */
  static Arguments parse(Syntax syntax, List<String> words, int at) {
    List<String> others = new ArrayList<>(words);
    others.remove(at);
    try {
      return Arguments.parse(syntax, others);
    } catch (UsageException e) {
      throw e.with(syntax.usage());
    }
  }

  /** Does it; the answer is the exit code. */
  int run(Repositories repositories, Output output, ObjectNode answer) {
    try {
      return verb.run(arguments, repositories, output, answer);
    } catch (UsageException e) {
      throw e.with(verb.syntax().usage());
    }
  }
}
