package io.coffer.billing.dbom;

import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.SubscriptionStore;
import io.coffer.messaging.time.Clock;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;

/** Instances for readers. */
@Path("/internal/projects/{project}/db-om/instances")
@Produces(MediaType.APPLICATION_JSON)
public class InstancesReadResource {

  private final InstanceStore instances;
  private final SubscriptionStore subscriptions;
  private final Clock clock;

  InstancesReadResource(InstanceStore instances, SubscriptionStore subscriptions, Clock clock) {
    this.instances = instances;
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  @GET
  @WithSession
  public Uni<ClusterView.All> list(@RestPath String project) {
    Instant now = clock.now();
    return instances
        .newestFirst(project)
        .chain(
            rows ->
                expiries(rows)
                    .map(
                        expiries ->
                            new ClusterView.All(
                                rows.stream()
                                    .map(row -> ClusterView.of(row, expiries.get(row.id), now))
                                    .toList())));
  }

  /** When what is paid ends; a project belongs to one domain. */
  private Uni<Map<UUID, Instant>> expiries(List<InstanceRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return subscriptions
        .states(rows.get(0).boughtBy.domainId(), rows.stream().map(row -> row.id).toList())
        .map(
            found ->
                found.stream()
                    .collect(Collectors.toMap(Subscription::resourceId, one -> one.term().end())));
  }
}
