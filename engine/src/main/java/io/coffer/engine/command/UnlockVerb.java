package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;

/** {@code unlock [--remove-all]}: removes locks that are nobody's, or all. */
final class UnlockVerb implements Verb {
  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Repository repository = repositories.open(arguments);
    boolean onlyStale = !arguments.has("--remove-all");
    int removed = RepositoryLock.removeAll(repository, onlyStale, Host.name());
    answer.put("locks_removed", removed);
    output.json(answer);
    output.line("removed " + removed + " locks");
    return 0;
  }
}
