package io.coffer.systemtests.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.conformance.document.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Gets a token for a project. */
final class Login {

  private Login() {}

  static String token(RawHttp http, JsonNode credentials, String project) throws IOException {
    Answer answer =
        http.send(
            new RawRequest(
                "CreateToken",
                "POST",
                "/v3/auth/tokens",
                Map.of("Content-Type", "application/json"),
                body(credentials, project).toString().getBytes(StandardCharsets.UTF_8)));
    return answer.headers().get("x-subject-token");
  }

  /** A request for a token by password. */
  static ObjectNode body(JsonNode credentials, String project) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode identity = body.putObject("auth").putObject("identity");
    identity.putArray("methods").add("password");
    ObjectNode user = identity.putObject("password").putObject("user");
    user.set("name", credentials.path("user"));
    user.set("password", credentials.path("password"));
    user.putObject("domain").set("name", credentials.path("domain"));
    body.withObject("/auth").putObject("scope").putObject("project").put("id", project);
    return body;
  }
}
