package io.coffer.owner.store;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The rows of all projects, each of which gets to see its own alone. */
public interface ProjectStore<R extends ProjectRow> extends PanacheRepositoryBase<R, UUID> {

  /** The row if it is this project's; else null, as if it were not there. */
  default Uni<R> of(String project, UUID id) {
    return findById(id).map(row -> row == null || !row.projectId.equals(project) ? null : row);
  }

  /** The row of this project that an event is about, which must be there. */
  default Uni<R> one(String project, UUID id) {
    return of(project, id)
        .onItem()
        .ifNull()
        .failWith(
            () -> new IllegalStateException(getClass().getSimpleName() + " does not know " + id));
  }
}
