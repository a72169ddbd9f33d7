package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.prune.Prune;
import io.coffer.engine.prune.PruneResult;
import io.coffer.engine.store.LockRequest;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import java.time.Duration;

/** {@code prune}: deletes what no snapshot needs. */
final class PruneVerb implements Verb {
  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Repository repository = repositories.open(arguments);
    Duration wait = arguments.duration("--retry-lock", Duration.ofMinutes(1));
    LockRequest request = LockRequest.exclusive(Host.name(), wait);
    try (RepositoryLock lock = RepositoryLock.acquire(repository, request)) {
      PruneResult result = new Prune(repository).run();
      answer.put("bytes_freed", result.freedBytes());
      answer.put("packs_deleted", result.deletedPacks());
      output.json(answer);
      output.line(
          "freed %d bytes in %d packs".formatted(result.freedBytes(), result.deletedPacks()));
      return 0;
    }
  }
}
