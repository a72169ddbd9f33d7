package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.prune.Prune;
import io.coffer.engine.prune.PruneRequest;
import io.coffer.engine.prune.PruneResult;
import io.coffer.engine.store.Repository;
import java.time.Duration;
import java.util.List;

/** {@code prune}: deletes what no snapshot needs. */
final class PruneVerb implements Verb {
  private static final Option<Duration> GRACE = Option.one("DURATION", Values::duration, "--grace");
  private static final Option<Double> MAX_UNUSED =
      Option.one("PERCENT", Values::percent, "--max-unused");
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);
  private static final Syntax SYNTAX =
      Syntax.noWords("prune", List.of(GRACE, MAX_UNUSED)).with(Repositories.OPTIONS);

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Repository repository = repositories.open(arguments);
    Duration patience = arguments.one(Locking.RETRY).orElse(USUAL_PATIENCE);
    PruneRequest request =
        new PruneRequest(
                arguments.one(GRACE).orElse(Duration.ofHours(24)),
                arguments.one(MAX_UNUSED).orElse(PruneRequest.USUAL_MAX_UNUSED),
                Host.name(),
                patience)
            .tellingWait(Locking.waiting(output, patience));
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
}
