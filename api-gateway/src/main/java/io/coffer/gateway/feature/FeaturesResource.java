package io.coffer.gateway.feature;

import io.coffer.gateway.request.GatewayRequest;
import io.coffer.messaging.decision.Answer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** What the service can do, for clients that ask first. */
@Path("/v3/{project_id}/cbr-features")
@Produces(MediaType.APPLICATION_JSON)
public class FeaturesResource {

  @GET
  public String list(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    request.checkedQuery();
    return answer(
        features(request).page(number(request, "limit", 1000), number(request, "offset", 0)));
  }

  @GET
  @Path("{feature_key}")
  public String show(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return answer(features(request).one(request.text("feature_key")));
  }

  private static Features features(GatewayRequest request) {
    return Features.of(request.caller().mayUse(request.project()).orElseThrow());
  }

  private static int number(GatewayRequest request, String name, int otherwise) {
    return request.query().all(name).stream().findFirst().map(Integer::parseInt).orElse(otherwise);
  }

  private static String answer(Map<String, Object> features) {
    return Answer.ok(features).body();
  }
}
