package io.coffer.scheduler.fire;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.time.Clock;
import io.coffer.owner.page.Found;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.time.WireTime;
import io.coffer.scheduler.association.AssociationStore;
import io.coffer.scheduler.calendar.FireStore;
import io.coffer.scheduler.calendar.Fired;
import io.coffer.scheduler.policy.PolicyNotFound;
import io.coffer.scheduler.policy.PolicyState;
import io.coffer.scheduler.policy.PolicyStore;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** What became of the moments of a policy, and which ones come next. */
@Path("/internal/projects/{project}/policies/{id}/x-calendar")
@Produces(MediaType.APPLICATION_JSON)
public class CalendarReadResource {

  /** A moment that is over, for one resource. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Past(
      String firesAt,
      UUID vaultId,
      String resourceId,
      UUID operationLogId,
      String skipped,
      String doneAt) {}

  /** A moment to come, for all vaults that the policy is applied to. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Coming(String firesAt) {}

  record Calendar(List<Past> past, List<Coming> coming) {}

  private final PolicyStore policies;
  private final AssociationStore associations;
  private final FireStore fires;
  private final Clock clock;

  CalendarReadResource(
      PolicyStore policies, AssociationStore associations, FireStore fires, Clock clock) {
    this.policies = policies;
    this.associations = associations;
    this.fires = fires;
    this.clock = clock;
  }

  @GET
  @WithSession
  public Uni<String> show(@RestPath String project, @RestPath String id, @Context UriInfo uri) {
    int most = Page.of(new Parameters(uri.getQueryParameters())).limit();
    return Found.by(id, policyId -> calendar(project, policyId, most), PolicyNotFound::refused)
        .map(calendar -> Answer.ok(calendar).body());
  }

  private Uni<Calendar> calendar(String project, UUID policyId, int most) {
    return Loading.of(policies.state(project, policyId))
        .then(policy -> associations.isApplied(project, policyId))
        .then((policy, applied) -> fires.ofPolicy(project, policyId, most))
        .as(
            (policy, applied, fired) ->
                new Calendar(
                    fired.stream().map(CalendarReadResource::past).toList(),
                    coming(policy, applied, most)));
  }

  /** A policy that is applied nowhere, or does not act, has none. */
  private List<Coming> coming(PolicyState policy, boolean applied, int most) {
    return policy.fires() && applied
        ? policy.timetable().calendar().within(clock.now(), Instant.MAX, most).stream()
            .map(moment -> new Coming(WireTime.offset(moment)))
            .toList()
        : List.of();
  }

  private static Past past(Fired one) {
    return new Past(
        WireTime.offset(one.moment()),
        one.vaultId(),
        one.resourceId(),
        one.taskId(),
        one.skipped(),
        WireTime.offset(one.firedAt()));
  }
}
