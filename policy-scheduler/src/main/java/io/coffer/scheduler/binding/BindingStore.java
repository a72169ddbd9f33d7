package io.coffer.scheduler.binding;

import io.coffer.contracts.vault.ResourceFacts;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The bindings in the database. */
@ApplicationScoped
public class BindingStore implements PanacheRepositoryBase<BindingRow, UUID> {

  Uni<List<BindingRow>> ofProject(String project) {
    return list("project = ?1 order by vaultId, resourceId", project);
  }

  /** What is in a vault of this project, by resource. */
  public Uni<List<Binding>> inVault(String project, UUID vaultId) {
    return list("project = ?1 and vaultId = ?2 order by resourceId", project, vaultId)
        .map(rows -> rows.stream().map(BindingRow::binding).toList());
  }

  Uni<Void> bind(String project, UUID vaultId, ResourceFacts resource) {
    return findById(BindingRow.idOf(vaultId, resource.id()))
        .chain(
            row -> {
              if (row == null) {
                return persist(BindingRow.of(project, vaultId, resource));
              }
              row.describe(resource);
              return Uni.createFrom().item(row);
            })
        .replaceWithVoid();
  }

  Uni<Void> release(UUID vaultId, String resourceId) {
    return findById(BindingRow.idOf(vaultId, resourceId))
        .chain(row -> row == null ? Uni.createFrom().voidItem() : delete(row));
  }

  Uni<Void> releaseAll(UUID vaultId) {
    return list("vaultId", vaultId)
        .chain(rows -> getSession().chain(session -> session.removeAll(rows.toArray())));
  }
}
