package io.coffer.vault.binding;

import io.coffer.contracts.vault.ResourceEvent.ResourcesForgotten;
import io.coffer.contracts.vault.ResourceEvent.ResourcesKnown;
import io.coffer.contracts.vault.TaggedResource;
import io.coffer.messaging.dispatch.Sequence;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The resources that exist. */
@ApplicationScoped
public class KnownResourceStore
    implements PanacheRepositoryBase<KnownResourceRow, KnownResourceKey> {

  private static final String FREE =
      "from KnownResourceRow k where k.projectId = ?1 and k.released = false"
          + " and not exists (select 1 from ResourceRow r"
          + " where r.projectId = k.projectId and r.resourceId = k.resourceId)"
          + " order by k.resourceId";

  /** Those that are in no vault and may join one, in the order of their ids. */
  Uni<List<TaggedResource>> free(String project) {
    return list(FREE, project).map(rows -> rows.stream().map(row -> row.resource).toList());
  }

  /** What was known so far of these resources, those that somebody took out of a vault only. */
  Uni<List<TaggedResource>> released(String project, Collection<String> ids) {
    return list("projectId = ?1 and released = true and resourceId in (?2)", project, ids)
        .map(rows -> rows.stream().map(row -> row.resource).toList());
  }

  Uni<Void> known(ResourcesKnown event, String project) {
    return rows(project, event.resources().stream().map(one -> one.facts().id()).toList())
        .map(
            rows -> rows.stream().collect(Collectors.toMap(r -> r.resourceId, Function.identity())))
        .chain(
            rows ->
                Sequence.each(
                    event.resources(), one -> put(rows.get(one.facts().id()), one, project)));
  }

  Uni<Void> forgotten(ResourcesForgotten event, String project) {
    return rows(project, event.resourceIds())
        .chain(rows -> getSession().chain(session -> session.removeAll(rows.toArray())));
  }

  /** Somebody took them out of a vault, or put them into one again. */
  public Uni<Void> release(String project, Collection<String> ids, boolean released) {
    return rows(project, ids)
        .invoke(rows -> rows.forEach(row -> row.released = released))
        .replaceWithVoid();
  }

  private Uni<List<KnownResourceRow>> rows(String project, Collection<String> ids) {
    return list("projectId = ?1 and resourceId in (?2) order by resourceId", project, ids);
  }

  private Uni<Void> put(KnownResourceRow row, TaggedResource resource, String project) {
    if (row != null) {
      row.released &= row.resource.tags().equals(resource.tags());
      row.resource = resource;
      row.type = resource.facts().type();
      return Uni.createFrom().voidItem();
    }
    KnownResourceRow made = new KnownResourceRow();
    made.projectId = project;
    made.resourceId = resource.facts().id();
    made.type = resource.facts().type();
    made.resource = resource;
    return persist(made).replaceWithVoid();
  }
}
