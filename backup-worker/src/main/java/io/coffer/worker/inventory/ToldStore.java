package io.coffer.worker.inventory;

import io.coffer.worker.plumbing.Plumbing;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** How often something was said: a look that began before the last time may be an older one. */
@ApplicationScoped
class ToldStore implements PanacheRepositoryBase<ToldRow, String> {

  private final Plumbing plumbing;

  ToldStore(Plumbing plumbing) {
    this.plumbing = plumbing;
  }

  /** For a thread that may wait. */
  long now(String project) {
    return plumbing
        .query("select times from plumbing.inventory_told where project = $1", project)
        .stream()
        .map(row -> row.getLong(0))
        .findFirst()
        .orElse(0L);
  }

  /** For a decision. */
  Uni<Long> times(String project) {
    return findById(project).map(row -> row == null ? 0L : row.times);
  }

  Uni<Void> again(String project) {
    return findById(project)
        .chain(
            row -> {
              if (row != null) {
                row.times++;
                return Uni.createFrom().voidItem();
              }
              ToldRow made = new ToldRow();
              made.project = project;
              made.times = 1;
              return persist(made).replaceWithVoid();
            });
  }
}
