package io.coffer.worker.delivery;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Answer;
import io.quarkus.arc.All;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes the secret of a subscription before the subscription is ordered, so that it rides no topic,
 * and says whether anything could be carried there.
 */
@Path("/internal/projects/{project}/receivers/{subscription}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReceiverResource {

  private final List<Carrier> carriers;
  private final SubscriptionSecrets secrets;

  ReceiverResource(@All List<Carrier> carriers, SubscriptionSecrets secrets) {
    this.carriers = carriers;
    this.secrets = secrets;
  }

  /** Whom a subscription is for, and what it signs with. */
  public record Receiver(String kind, String target, String secret) {

    @Override
    public String toString() {
      return "Receiver[" + kind + "]";
    }
  }

  /** Whether the secret was kept, or there was one before. */
  @POST
  public Response keep(
      @PathParam("project") String project,
      @PathParam("subscription") UUID subscription,
      Receiver receiver) {
    Optional<Carrier> carrier =
        carriers.stream().filter(one -> one.kind().equals(receiver.kind())).findFirst();
    if (carrier.isEmpty()) {
      return response(refusal("kind must be webhook or mail."));
    }
    try {
      carrier.get().check(receiver.target(), receiver.secret());
    } catch (TargetRefused e) {
      return response(refusal(e.getMessage()));
    }
    boolean kept = secrets.keep(project, subscription, secret(receiver));
    return response(Answer.ok(Map.of("kept", kept)));
  }

  /** The subscription did not come to be. */
  @DELETE
  public Response forget(
      @PathParam("project") String project, @PathParam("subscription") UUID subscription) {
    secrets.forget(project, subscription);
    return response(Answer.ok(Map.of()));
  }

  /** Not every kind has one. */
  private static String secret(Receiver receiver) {
    return receiver.secret() == null ? "" : receiver.secret();
  }

  private static Answer refusal(String message) {
    return Answer.error(CbrError.INVALID_PARAMETER, "subscription: " + message);
  }

  private static Response response(Answer answer) {
    return Response.status(answer.status()).entity(answer.body()).build();
  }
}
