package io.coffer.scheduler.retention;

import io.coffer.messaging.dispatch.Sequence;
import io.coffer.scheduler.backup.BackupStore;
import io.coffer.scheduler.backup.Stock;
import io.coffer.scheduler.policy.PolicyState;
import io.coffer.scheduler.retention.Explaining.Explained;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Goes through the backups of vaults with those of one resource in memory at a time. */
@ApplicationScoped
class Outlooks {

  private final RetentionFacts facts;
  private final BackupStore backups;

  Outlooks(RetentionFacts facts, BackupStore backups) {
    this.facts = facts;
    this.backups = backups;
  }

  /** How many backups there are, by vault in this order, and by resource. */
  Uni<List<Stock>> stocks(String project, List<UUID> vaults) {
    List<Stock> all = new ArrayList<>();
    return Sequence.each(
            vaults, vault -> backups.stocks(project, vault).invoke(all::addAll).replaceWithVoid())
        .replaceWith(all);
  }

  /**
   * Tells what becomes of these backups, resource after resource in this order.
   *
   * @param instead the policy that is supposed; empty for that of each vault
   */
  Uni<Void> tell(
      String project,
      List<Stock> stocks,
      Optional<PolicyState> instead,
      Instant now,
      Consumer<List<Explained>> told) {
    Explaining explaining = new Explaining(now);
    Map<UUID, List<Stock>> vaults =
        stocks.stream()
            .collect(
                Collectors.groupingBy(Stock::vaultId, LinkedHashMap::new, Collectors.toList()));
    return Sequence.each(
        List.copyOf(vaults.keySet()),
        vault ->
            facts
                .with(project, vault, Uni.createFrom().item(List.of()))
                .map(state -> instead.map(state::under).orElse(state))
                .chain(
                    state ->
                        Sequence.each(
                            vaults.get(vault),
                            stock ->
                                resource(project, stock, state)
                                    .invoke(one -> told.accept(explaining.of(one)))
                                    .replaceWithVoid())));
  }

  private Uni<Retaining.State> resource(String project, Stock stock, Retaining.State vault) {
    return backups.ofResource(project, stock.vaultId(), stock.resourceId()).map(vault::of);
  }
}
