package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.check.Check;
import io.coffer.engine.check.CheckResult;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;

/** {@code check [--read-data]}: exit code 1 if anything is damaged. */
final class CheckVerb implements Verb {
  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Repository repository = repositories.open(arguments);
    try (RepositoryLock lock = Host.shared(repository, arguments)) {
      CheckResult result = new Check(repository).run(arguments.has("--read-data"));
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
