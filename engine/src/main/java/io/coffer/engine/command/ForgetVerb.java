package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import io.coffer.engine.store.Snapshots;
import java.util.List;

/** {@code forget ID...}: removes snapshots; a prune frees what they alone used. */
final class ForgetVerb implements Verb {
  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    if (arguments.rest().isEmpty()) {
      throw new UsageException("forget which snapshots? give their ids");
    }
    Repository repository = repositories.open(arguments);
    try (RepositoryLock lock = Host.shared(repository, arguments)) {
      Snapshots snapshots = new Snapshots(repository);
      List<String> ids =
          arguments.rest().stream().map(id -> snapshots.resolve(id).id()).distinct().toList();
      snapshots.forget(ids);
      ids.forEach(answer.withArray("removed")::add);
      output.json(answer);
      ids.forEach(id -> output.line("forgot " + id));
      return 0;
    }
  }
}
