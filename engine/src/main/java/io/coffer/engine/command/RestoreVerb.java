package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.restore.RestoreFailures;
import io.coffer.engine.restore.RestoreListener;
import io.coffer.engine.restore.Selection;
import io.coffer.engine.restore.TreeRestore;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.tree.PathPattern;
import io.coffer.engine.tree.RawPath;
import java.nio.file.Path;
import java.util.List;

/** {@code restore ID|latest --target DIR}: writes under the target and the original path. */
final class RestoreVerb implements Verb {
  private static final Option<Path> TARGET = Option.one("FOLDER", Values::path, "--target", "-t");
  private static final Option<PathPattern> INCLUDE =
      Option.many("PATTERN", PathPattern::parse, "--include", "-i");
  private static final int INCOMPLETE = 3;
  private static final Option<PathPattern> EXCLUDE =
      Option.many("PATTERN", PathPattern::parse, "--exclude", "-e");
  private static final Syntax SYNTAX =
      new Syntax("restore", "ID|latest", 1, 1, List.of(TARGET, INCLUDE, EXCLUDE))
          .with(SnapshotFilter.OPTIONS)
          .with(Locking.READING)
          .with(Repositories.OPTIONS);

  private static final RestoreListener LISTENER =
      new RestoreListener() {
        @Override
        public boolean isCancelled() {
          return Interruption.isRequested();
        }
      };

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Path target = arguments.one(TARGET).orElseThrow(() -> new UsageException("give --target"));
    Selection selection = selection(arguments);
    Repository repository = repositories.open(arguments);
    try (Locking.Held lock = Locking.reading(repository, arguments, output)) {
      Snapshot snapshot =
          SnapshotFilter.of(arguments).one(new Snapshots(repository), arguments.words().get(0));
      TreeRestore.Outcome outcome =
          new TreeRestore(repository).run(snapshot, selection, target, LISTENER);
      answer.put("message_type", "summary");
      answer.put("snapshot_id", snapshot.id());
      answer.put("total_bytes", outcome.result().totalBytes());
      answer.put("bytes_written", outcome.result().writtenBytes());
      answer.put("bytes_read", outcome.result().readBytes());
      tell(outcome.damage(), "damaged", "damaged in the repository", answer, output);
      tell(outcome.obstacles(), "obstacles", "not restored as they were", answer, output);
      output.json(answer);
      output.line("restored snapshot " + snapshot.id() + " to " + RawPath.text(target));
      return outcome.damage().isEmpty() ? outcome.obstacles().isEmpty() ? 0 : INCOMPLETE : 1;
    }
  }

  private static Selection selection(Arguments arguments) {
    List<PathPattern> included = arguments.all(INCLUDE);
    List<PathPattern> excluded = arguments.all(EXCLUDE);
    if (!included.isEmpty() && !excluded.isEmpty()) {
      throw new UsageException("give --include or --exclude, not both");
    }
    if (included.isEmpty() && excluded.isEmpty()) {
      return Selection.ALL;
    }
    return included.isEmpty() ? Selection.excluding(excluded) : Selection.including(included);
  }

  private static void tell(
      RestoreFailures failures, String field, String what, ObjectNode answer, Output output) {
    if (failures.isEmpty()) {
      return;
    }
    ObjectNode told = answer.putObject(field).put("count", failures.count());
    for (RestoreFailures.Failure failure : failures.first()) {
      told.withArray("first").addObject().put("path", failure.path()).put("cause", failure.cause());
      if (!output.isJson()) {
        output.warning(failure.toString());
      }
    }
    if (!output.isJson()) {
      String rest = failures.count() > failures.first().size() ? ", the first are named" : "";
      output.warning(what + ": " + failures.count() + rest);
    }
  }
}
