package io.coffer.scheduler.retention;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.policy.PolicyTrigger;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.time.Clock;
import io.coffer.owner.page.Found;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.refusal.Refused;
import io.coffer.scheduler.association.AssociationStore;
import io.coffer.scheduler.policy.PolicyNotFound;
import io.coffer.scheduler.policy.PolicyRules;
import io.coffer.scheduler.policy.PolicyState;
import io.coffer.scheduler.policy.PolicyStore;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Why backups stay, and what another rule would do; by the same rules that let them go. */
@Path("/internal/projects/{project}/policies")
@Produces(MediaType.APPLICATION_JSON)
public class OutlookReadResource {

  private static final PolicyRules RULES =
      new PolicyRules("forecast.operation_definition", "forecast.trigger.properties.");

  private final PolicyStore policies;
  private final AssociationStore associations;
  private final Outlooks outlooks;
  private final Clock clock;

  OutlookReadResource(
      PolicyStore policies, AssociationStore associations, Outlooks outlooks, Clock clock) {
    this.policies = policies;
    this.associations = associations;
    this.outlooks = outlooks;
    this.clock = clock;
  }

  @GET
  @Path("/{id}/x-explain")
  @WithSession
  public Uni<String> explain(@RestPath String project, @RestPath String id, @Context UriInfo uri) {
    Parameters asked = new Parameters(uri.getQueryParameters());
    ExplanationPage page = new ExplanationPage(Page.of(asked));
    Optional<String> vault = Optional.ofNullable(asked.text("vault_id"));
    Optional<String> resource = Optional.ofNullable(asked.text("resource_id"));
    Instant now = clock.now();
    return known(project, id)
        .chain(policy -> vaults(project, policy))
        .map(all -> all.stream().filter(one -> vault.isEmpty() || is(one, vault.get())).toList())
        .chain(all -> outlooks.stocks(project, all))
        .map(
            all ->
                all.stream()
                    .filter(one -> one.resourceId().equals(resource.orElse(one.resourceId())))
                    .toList())
        .chain(all -> outlooks.tell(project, page.on(all), Optional.empty(), now, page::add))
        .map(told -> Answer.ok(page.explanation()).body());
  }

  /** Ids are equal however their letters are written. */
  private static boolean is(UUID id, String text) {
    return Parameters.id(text).filter(id::equals).isPresent();
  }

  @POST
  @Path("/x-forecast")
  @Consumes(MediaType.APPLICATION_JSON)
  @WithSession
  public Uni<String> forecast(@RestPath String project, @Context UriInfo uri, JsonNode body) {
    JsonNode forecast = body.path("forecast");
    Page page = Page.of(new Parameters(uri.getQueryParameters()));
    Instant now = clock.now();
    return policy(project, forecast)
        .chain(
            like -> {
              PolicyState tried = tried(like, forecast, now);
              ForecastTally tally =
                  new ForecastTally(page, tried.timetable().calendar().nextAfter(now));
              return vaults(project, like, forecast)
                  .chain(all -> outlooks.stocks(project, all))
                  .chain(all -> outlooks.tell(project, all, Optional.of(tried), now, tally::add))
                  .map(told -> Answer.ok(tally.forecast()).body());
            });
  }

  /** The policy that the forecast begins from; empty for none. */
  private Uni<Optional<PolicyState>> policy(String project, JsonNode forecast) {
    return forecast.hasNonNull("policy_id")
        ? known(project, forecast.path("policy_id").asText()).map(Optional::of)
        : Uni.createFrom().item(Optional.empty());
  }

  private Uni<PolicyState> known(String project, String id) {
    return Found.by(id, policyId -> policies.state(project, policyId), PolicyNotFound::refused);
  }

  private Uni<List<UUID>> vaults(String project, Optional<PolicyState> policy, JsonNode forecast) {
    if (forecast.hasNonNull("vault_id")) {
      return Uni.createFrom()
          .item(Parameters.id(forecast.path("vault_id").asText()).stream().toList());
    }
    return policy
        .map(one -> vaults(project, one))
        .orElseThrow(
            () -> Refused.parameter("forecast.vault_id", "is mandatory without policy_id"));
  }

  /** Those that a backup policy is applied to: one of copies lets nothing go here. */
  private Uni<List<UUID>> vaults(String project, PolicyState policy) {
    return policy.makesBackups()
        ? associations.vaultsOf(project, policy.id())
        : Uni.createFrom().item(List.of());
  }

  private static PolicyState tried(Optional<PolicyState> like, JsonNode forecast, Instant now) {
    PolicySettings settings =
        new PolicySettings(
            "forecast",
            true,
            "backup",
            forecast.path("operation_definition"),
            trigger(like, forecast.path("trigger").path("properties")),
            null);
    if (RULES.refusal(settings).orElse(null) instanceof Decision.Refused refused) {
      throw new Refused(refused.error(), refused.message());
    }
    return new PolicyState(
        like.map(PolicyState::id).orElse(null),
        settings,
        like.map(PolicyState::createdAt).orElse(now),
        now,
        null);
  }

  private static PolicyTrigger trigger(Optional<PolicyState> like, JsonNode properties) {
    List<String> pattern = new ArrayList<>();
    properties.path("pattern").forEach(rule -> pattern.add(rule.asText()));
    if (!pattern.isEmpty()) {
      return new PolicyTrigger(pattern, null, properties.path("x_schedule_timezone").textValue());
    }
    return like.map(policy -> policy.settings().trigger())
        .orElseThrow(() -> Refused.parameter("forecast.trigger", "is mandatory without policy_id"));
  }
}
