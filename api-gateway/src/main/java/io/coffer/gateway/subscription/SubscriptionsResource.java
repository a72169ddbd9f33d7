package io.coffer.gateway.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.notice.NoticeCommand.DeleteSubscription;
import io.coffer.contracts.notice.NoticeCommand.RedeliverNotices;
import io.coffer.contracts.notice.NoticeCommand.TestSubscription;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.Relay;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Who is told what goes wrong and what fills up: an extension of the API. */
@Path("/v3/{project_id}/x-subscriptions")
public class SubscriptionsResource {

  private final CommandSubmitter commands;
  private final Relay relay;
  private final Receivers receivers;

  SubscriptionsResource(CommandSubmitter commands, Relay relay, Receivers receivers) {
    this.commands = commands;
    this.relay = relay;
    this.receivers = receivers;
  }

  @POST
  public Uni<Response> create(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    SubscriptionBody body = SubscriptionBody.of(request.body());
    UUID command = CommandSubmitter.id(request);
    String secret = body.secret() == null ? WebhookSecret.made() : body.secret();
    return receivers
        .keep(request.project(), command, body, secret)
        .chain(
            kept ->
                kept.isSuccess()
                    ? order(request, command, body, Receivers.isKept(kept), secret)
                    : Uni.createFrom().item(kept))
        .map(answer -> unstored(answer));
  }

  @GET
  public Uni<Response> list(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, GatewayRequest.of(http));
  }

  @GET
  @Path("{subscription_id}")
  public Uni<Response> show(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, GatewayRequest.of(http));
  }

  @DELETE
  @Path("{subscription_id}")
  public Uni<Response> delete(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return commands
        .submit(request, new DeleteSubscription(request.id("subscription_id")))
        .map(OwnerAnswer::response);
  }

  @POST
  @Path("{subscription_id}/test")
  public Uni<Response> test(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return commands
        .submit(request, new TestSubscription(request.id("subscription_id")))
        .map(OwnerAnswer::response);
  }

  @POST
  @Path("{subscription_id}/redeliver")
  public Uni<Response> redeliver(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    request.checkedQuery();
    String since = request.query().first("since");
    Instant from =
        since == null || since.isEmpty() ? null : OffsetDateTime.parse(since).toInstant();
    return commands
        .submit(request, new RedeliverNotices(request.id("subscription_id"), from))
        .map(OwnerAnswer::response);
  }

  private Uni<OwnerAnswer> order(
      GatewayRequest request, UUID command, SubscriptionBody body, boolean kept, String secret) {
    return commands
        .submit(request, command, body.command())
        .chain(
            answer -> {
              if (answer.isSuccess()) {
                boolean shown = kept && body.wantsSecret();
                return Uni.createFrom().item(shown ? with(secret, answer) : answer);
              }
              return kept
                  ? receivers.forget(request.project(), command).replaceWith(answer)
                  : Uni.createFrom().item(answer);
            });
  }

  /** What was made here is told once: nobody can ask for it again. */
  private static OwnerAnswer with(String secret, OwnerAnswer answer) {
    try {
      ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(answer.body());
      ((ObjectNode) tree.path("subscription")).put("secret", secret);
      return new OwnerAnswer(answer.status(), Json.MAPPER.writeValueAsBytes(tree));
    } catch (IOException e) {
      throw ApiException.unavailable();
    }
  }

  private static Response unstored(OwnerAnswer answer) {
    return Response.fromResponse(answer.response()).header("Cache-Control", "no-store").build();
  }
}
