package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.check.Check;
import io.coffer.engine.check.CheckResult;
import io.coffer.engine.store.Repository;
import java.util.List;

/** {@code check [--read-data]}: exit code 1 if anything is damaged. */
final class CheckVerb implements Verb {
  private static final Option<Boolean> READ_DATA = Option.toggle("--read-data");
  private static final Syntax SYNTAX =
      Syntax.noWords("check", List.of(READ_DATA)).with(Locking.READING).with(Repositories.OPTIONS);

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Repository repository = repositories.open(arguments);
    try (Locking.Held lock = Locking.reading(repository, arguments, output)) {
      CheckResult result = new Check(repository).run(arguments.has(READ_DATA));
      Interruption.check(); // what was not read is not damaged
      answer.put("clean", result.isClean());
      answer.put("snapshots", result.snapshots());
      answer.put("packs", result.packs());
      answer.put("bytes_read", result.readBytes());
      result.errors().forEach(answer.withArray("errors")::add);
      result.damagedSnapshots().forEach(answer.withArray("damaged_snapshots")::add);
      result.hints().forEach(answer.withArray("hints")::add);
      output.json(answer);
      result.hints().forEach(hint -> output.line("hint: " + hint));
      result.errors().forEach(error -> output.line("error: " + error));
      result.damagedSnapshots().forEach(id -> output.line("damaged snapshot " + id));
      output.line(
          result.isClean()
              ? "no errors were found"
              : result.errors().size() + " errors were found");
      return result.isClean() ? 0 : 1;
    }
  }
}
