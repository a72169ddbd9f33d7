package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.restore.RestoreListener;
import io.coffer.engine.restore.TreeRestore;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import io.coffer.engine.store.Snapshots;
import java.nio.file.Path;

/** {@code restore ID|latest --target DIR}: writes under the target and the original path. */
final class RestoreVerb implements Verb {
  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Path target = arguments.path("--target").orElseThrow(() -> new UsageException("give --target"));
    if (arguments.rest().size() != 1) {
      throw new UsageException("restore which snapshot? give an id or latest");
    }
    Repository repository = repositories.open(arguments);
    try (RepositoryLock lock = Host.shared(repository, arguments)) {
      Snapshot snapshot = new Snapshots(repository).resolve(arguments.rest().get(0));
      TreeRestore.Outcome outcome =
          new TreeRestore(repository)
              .run(snapshot, arguments.one("--include").orElse("/"), target, RestoreListener.NONE);
      answer.put("message_type", "summary");
      answer.put("snapshot_id", snapshot.id());
      answer.put("total_bytes", outcome.result().totalBytes());
      answer.put("bytes_written", outcome.result().writtenBytes());
      answer.put("bytes_read", outcome.result().readBytes());
      outcome.warnings().forEach(answer.withArray("warnings")::add);
      output.json(answer);
      outcome.warnings().forEach(warning -> output.line("warning: " + warning));
      output.line("restored snapshot " + snapshot.id() + " to " + target);
      return 0;
    }
  }
}
