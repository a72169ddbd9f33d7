package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.prune.Prune;
import io.coffer.engine.prune.PruneRequest;
import io.coffer.engine.prune.PruneResult;
import io.coffer.engine.store.Repository;
import java.time.Duration;

/** {@code prune}: deletes what no snapshot needs. */
final class PruneVerb implements Verb {
  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Repository repository = repositories.open(arguments);
    double maxUnused =
        arguments
            .one("--max-unused")
            .map(text -> percent(text) / 100)
            .orElse(PruneRequest.USUAL_MAX_UNUSED);
    PruneRequest request =
        new PruneRequest(
            arguments.duration("--grace", Duration.ofHours(24)),
            maxUnused,
            Host.name(),
            arguments.duration("--retry-lock", Duration.ofSeconds(10)));
    PruneResult result = new Prune(repository).run(request);
    answer.put("bytes_freed", result.freedBytes());
    answer.put("packs_deleted", result.deletedPacks());
    answer.put("packs_repacked", result.repackedPacks());
    answer.put("packs_waiting", result.waitingPacks());
    output.json(answer);
    output.line(
        "freed %d bytes: %d packs deleted, %d packed anew, %d unused ones left for a later prune"
            .formatted(
                result.freedBytes(),
                result.deletedPacks(),
                result.repackedPacks(),
                result.waitingPacks()));
    return 0;
  }

  private static double percent(String text) {
    try {
      return Double.parseDouble(text.replace("%", ""));
    } catch (NumberFormatException e) {
      throw new UsageException("option --max-unused needs a percentage, not " + text);
    }
  }
}
