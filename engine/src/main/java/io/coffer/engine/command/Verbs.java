package io.coffer.engine.command;

import static java.util.stream.Collectors.joining;

import io.coffer.engine.tree.RawPath;
import java.util.List;
import java.util.stream.Stream;

/** All verbs, and which one a command line means. */
final class Verbs {
  private static final List<Verb> ALL =
      List.of(
          new BackupVerb(),
          new BenchVerb(),
          new CheckVerb(),
          new ForgetVerb(),
          new InitVerb(),
          new PruneVerb(),
          new RepairVerb(),
          new RestoreVerb(),
          new SnapshotsVerb(),
          new UnlockVerb());

  private Verbs() {}

  /** The index of the verb: the first word that belongs to no option. */
  static int indexIn(List<String> words) {
    int index = Token.firstWord(words, Verbs::option);
    if (index == words.size()) {
      throw new UsageException("no command was given").with(names());
    }
    return index;
  }

  static Verb named(String name) {
    return ALL.stream()
        .filter(verb -> verb.syntax().verb().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new UsageException("unknown command " + RawPath.text(name)).with(names()));
  }

  /** What may stand around the verb of a name, or what verbs there are. */
  static String usage(String name) {
    return syntaxes()
        .filter(syntax -> syntax.verb().equals(name))
        .findFirst()
        .map(Syntax::usage)
        .orElse(names());
  }

  private static Stream<Syntax> syntaxes() {
    return Stream.concat(ALL.stream().map(Verb::syntax), Stream.of(Session.SYNTAX));
  }

  /** An option before the verb may be that of any: the verb's syntax is asked later. */
  private static Option<?> option(String name) {
    return syntaxes()
        .flatMap(syntax -> syntax.options().stream())
        .filter(option -> option.names().contains(name))
        .findFirst()
        .orElseThrow(
            () -> new UsageException("unknown option " + RawPath.text(name)).with(names()));
  }

  static String names() {
    return syntaxes().map(Syntax::verb).sorted().collect(joining(", ", "commands: ", ""));
  }
}
