package io.coffer.engine.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import java.util.List;

/** {@code snapshots}: lists them as the stock tool does. */
final class SnapshotsVerb implements Verb {
  private static final int SHORT_ID = 8;

  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Repository repository = repositories.open(arguments);
    ArrayNode list = new ObjectMapper().createArrayNode();
    List<Snapshot> snapshots = new Snapshots(repository).list();
    for (Snapshot snapshot : snapshots) {
      if (!snapshot.tags().containsAll(arguments.all("--tag"))) {
        continue;
      }
      ObjectNode json = new Snapshots(repository).json(snapshot.id());
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
    return 0;
  }
}
