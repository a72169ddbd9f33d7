package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import java.util.List;

/** {@code forget ID...}: removes snapshots; a prune frees what they alone used. */
final class ForgetVerb implements Verb {
  private static final Syntax SYNTAX =
      Syntax.words("forget", "ID|latest...", 1, SnapshotFilter.OPTIONS).with(Repositories.OPTIONS);

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    SnapshotFilter filter = SnapshotFilter.of(arguments);
    Repository repository = repositories.open(arguments);
    try (Locking.Held lock = Locking.sharedIfThereIsRoom(repository, arguments, output)) {
      Snapshots snapshots = new Snapshots(repository);
      List<String> ids =
          arguments.words().stream().map(id -> filter.name(snapshots, id)).distinct().toList();
      snapshots.forget(ids);
      ids.forEach(answer.withArray("removed")::add);
      output.json(answer);
      ids.forEach(id -> output.line("forgot " + id));
      return 0;
    }
  }
}
