package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import java.util.List;

/** {@code unlock [--remove-all]}: removes locks that are nobody's, or all. */
final class UnlockVerb implements Verb {
  private static final Option<Boolean> ALL = Option.toggle("--remove-all");
  private static final Syntax SYNTAX =
      Syntax.noWords("unlock", List.of(ALL)).with(Repositories.OPTIONS);

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Repository repository = repositories.open(arguments);
    boolean onlyStale = !arguments.has(ALL);
    int removed = RepositoryLock.removeAll(repository, onlyStale, Host.name());
    answer.put("locks_removed", removed);
    output.json(answer);
    output.line("removed " + removed + " locks");
    return 0;
  }
}
