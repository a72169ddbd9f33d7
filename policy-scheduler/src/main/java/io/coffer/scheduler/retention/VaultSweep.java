package io.coffer.scheduler.retention;

import io.coffer.messaging.dispatch.Sequence;
import io.coffer.policy.retention.Verdict;
import io.coffer.scheduler.backup.BackupStore;
import io.coffer.scheduler.backup.Stock;
import io.coffer.scheduler.policy.PolicyState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks through all backups of a vault. A vault may have any number of them: those of a few
 * resources are in memory at a time, or those of one that has many.
 */
@ApplicationScoped
class VaultSweep {

  private static final int AT_A_TIME = 2_000;

  private final RetentionFacts facts;
  private final BackupStore backups;

  VaultSweep(RetentionFacts facts, BackupStore backups) {
    this.facts = facts;
    this.backups = backups;
  }

  /**
   * What goes now by the policy of the vault.
   *
   * @param going of the first resources that let any go; enough of them for one fact, if there are
   */
  record Found(Optional<PolicyState> policy, List<Verdict.Goes> going) {}

  Uni<Found> in(String project, UUID vaultId, Instant now) {
    return facts
        .with(project, vaultId, Uni.createFrom().item(List.of()))
        .chain(
            vault ->
                backups
                    .stocks(project, vaultId)
                    .chain(stocks -> going(project, vaultId, vault, stocks, now))
                    .map(going -> new Found(vault.policy(), going)));
  }

  private Uni<List<Verdict.Goes>> going(
      String project, UUID vaultId, Retaining.State vault, List<Stock> stocks, Instant now) {
    List<Verdict.Goes> going = new ArrayList<>();
    return Sequence.each(
            pieces(stocks),
            piece ->
                going.size() >= Retaining.MOST
                    ? Uni.createFrom().voidItem()
                    : backups
                        .ofResources(project, vaultId, piece)
                        .invoke(found -> going.addAll(Retaining.going(vault.of(found), now)))
                        .replaceWithVoid())
        .replaceWith(going);
  }

  /** All of a resource is in one piece. */
  static List<List<String>> pieces(List<Stock> stocks) {
    List<List<String>> pieces = new ArrayList<>();
    long backups = AT_A_TIME;
    for (Stock stock : stocks) {
      backups += stock.count();
      if (backups > AT_A_TIME) {
        pieces.add(new ArrayList<>());
        backups = stock.count();
      }
      pieces.get(pieces.size() - 1).add(stock.resourceId());
    }
    return pieces;
  }
}
