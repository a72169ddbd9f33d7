package io.coffer.gateway.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.gateway.identity.Accounts;
import io.coffer.gateway.request.GatewayRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What identity answers have in common. */
final class IdentityAnswer {

  private IdentityAnswer() {}

  static Response.ResponseBuilder of(int status, JsonNode body, GatewayRequest request) {
    try {
      return Response.status(status)
          .type(MediaType.APPLICATION_JSON)
          .header("X-IAM-Trace-Id", "token_" + request.requestId())
          .entity(Json.MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  /**
   * The address under which clients know this stack: the launcher's word, else the client's own.
   */
  static String endpoint(Accounts accounts, GatewayRequest request) {
    String endpoint = accounts.endpoint().isEmpty() ? request.base() : accounts.endpoint();
    return endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
  }
}
