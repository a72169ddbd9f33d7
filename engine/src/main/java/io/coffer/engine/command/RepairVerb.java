package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.repair.IndexRepair;
import io.coffer.engine.repair.IndexRepairResult;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import java.util.List;

/** {@code repair index}: makes the indexes anew; exit code 3 if a pack cannot be listed. */
final class RepairVerb implements Verb {
  private static final Option<Boolean> READ_ALL = Option.toggle("--read-all-packs");
  private static final Syntax SYNTAX =
      new Syntax("repair", "index", 1, 1, List.of(READ_ALL)).with(Repositories.OPTIONS);
  private static final int INCOMPLETE = 3;

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    if (!arguments.words().get(0).equals("index")) {
      throw new UsageException("only the index can be repaired: repair index");
    }
    Repository repository = repositories.open(arguments);
    try (RepositoryLock lock = Locking.alone(repository, arguments, output)) {
      IndexRepairResult result = IndexRepair.run(repository, arguments.has(READ_ALL));
      answer.put("packs_read", result.readPacks());
      answer.put("indexes_replaced", result.replacedIndexes());
      result.lostPacks().forEach(answer.withArray("packs_lost")::add);
      result.unreadablePacks().forEach(answer.withArray("packs_unreadable")::add);
      output.json(answer);
      result.lostPacks().forEach(pack -> output.line("pack " + pack + " is lost"));
      result.unreadablePacks().forEach(output::warning);
      output.line(
          "read %d packs, replaced %d index files"
              .formatted(result.readPacks(), result.replacedIndexes()));
      return result.unreadablePacks().isEmpty() ? 0 : INCOMPLETE;
    }
  }
}
