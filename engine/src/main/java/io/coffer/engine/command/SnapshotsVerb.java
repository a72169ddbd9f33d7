package io.coffer.engine.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code snapshots}: lists them as the stock tool does; exit code 3 if not all can be read. */
final class SnapshotsVerb implements Verb {
  private static final Syntax SYNTAX =
      Syntax.words("snapshots", "[ID|latest...]", 0, SnapshotFilter.OPTIONS)
          .with(Locking.READING)
          .with(Repositories.OPTIONS);
  private static final int SHORT_ID = 8;
  private static final int INCOMPLETE = 3;

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Repository repository = repositories.open(arguments);
    ArrayNode list = new ObjectMapper().createArrayNode();
    for (Snapshots.Details details : chosen(arguments, new Snapshots(repository))) {
      Snapshot snapshot = details.snapshot();
      ObjectNode json = details.fields();
      json.put("id", snapshot.id());
      json.put("short_id", snapshot.id().substring(0, SHORT_ID));
      list.add(json);
      output.line(
          "%s  %s  %s  %s  %s"
              .formatted(
                  snapshot.id().substring(0, SHORT_ID),
                  snapshot.time(),
                  snapshot.hostname(),
                  String.join(",", snapshot.tags()),
                  String.join(" ", snapshot.paths())));
    }
    answer.set("snapshots", list);
    output.json(list);
    return repository.files().unusable(FileType.SNAPSHOT).isEmpty() ? 0 : INCOMPLETE;
  }

  private static List<Snapshots.Details> chosen(Arguments arguments, Snapshots snapshots) {
    SnapshotFilter filter = SnapshotFilter.of(arguments);
    Set<String> ids = new HashSet<>();
    arguments.words().forEach(id -> ids.add(filter.one(snapshots, id).id()));
    return snapshots.details().stream()
        .filter(details -> filter.fits(details.snapshot()))
        .filter(details -> ids.isEmpty() || ids.contains(details.snapshot().id()))
        .toList();
  }
}
