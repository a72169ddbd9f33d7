package io.coffer.worker.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.coffer.contracts.Json;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesSeen;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesVanished;
import io.coffer.contracts.vault.TaggedResource;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.worker.plumbing.Plumbing;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was last said of each resource. */
@ApplicationScoped
class SeenResourceStore implements PanacheRepositoryBase<SeenResourceRow, SeenResourceKey> {

  /** Goes from one project to the next, however many resources each has. */
  private static final String PROJECTS =
      """
      with recursive one (project) as (
        select min(project) from plumbing.seen_resource
        union all
        select (select min(s.project) from plumbing.seen_resource s where s.project > one.project)
        from one where one.project is not null)
      select project from one where project is not null
      """;

  private final Plumbing plumbing;

  SeenResourceStore(Plumbing plumbing) {
    this.plumbing = plumbing;
  }

  /** Those of which resources were seen, for a thread that may wait. */
  List<String> projects() {
    return plumbing.query(PROJECTS).stream().map(row -> row.getString(0)).toList();
  }

  /** By id. */
  Uni<Map<String, TaggedResource>> of(String project) {
    return list("project", project)
        .map(
            rows ->
                rows.stream()
                    .collect(Collectors.toMap(row -> row.resourceId, row -> read(row.resource))));
  }

  Uni<Void> seen(ResourcesSeen event, String project) {
    return rows(project, event.resources().stream().map(one -> one.facts().id()).toList())
        .map(
            rows -> rows.stream().collect(Collectors.toMap(r -> r.resourceId, Function.identity())))
        .chain(
            rows ->
                Sequence.each(
                    event.resources(), one -> put(rows.get(one.facts().id()), one, project)));
  }

  Uni<Void> vanished(ResourcesVanished event, String project) {
    return rows(project, event.resourceIds())
        .chain(rows -> getSession().chain(session -> session.removeAll(rows.toArray())));
  }

  private Uni<List<SeenResourceRow>> rows(String project, Collection<String> ids) {
    return list("project = ?1 and resourceId in (?2)", project, ids);
  }

  private Uni<Void> put(SeenResourceRow row, TaggedResource resource, String project) {
    if (row != null) {
      row.resource = written(resource);
      return Uni.createFrom().voidItem();
    }
    SeenResourceRow made = new SeenResourceRow();
    made.project = project;
    made.resourceId = resource.facts().id();
    made.resource = written(resource);
    return persist(made).replaceWithVoid();
  }

  static TaggedResource read(String json) {
    try {
      return Json.MAPPER.readValue(json, TaggedResource.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no resource: " + json, e);
    }
  }

  private static String written(TaggedResource resource) {
    try {
      return Json.MAPPER.writeValueAsString(resource);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }
}
