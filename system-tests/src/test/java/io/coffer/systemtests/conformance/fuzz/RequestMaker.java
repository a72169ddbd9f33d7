package io.coffer.systemtests.conformance.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.systemtests.conformance.document.ApiDocument;
import io.coffer.systemtests.conformance.document.Operation;
import io.coffer.systemtests.conformance.document.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes requests that the document almost allows. The same numbers give the same kind of request.
 */
final class RequestMaker {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> GARBAGE =
      List.of(
          "",
          "{",
          "[]",
          "null",
          "\"text\"",
          "{}",
          "{}{}",
          "{\"vault\":null}",
          "\ufeff{}",
          "[".repeat(20_000),
          "{\"vault\":{\"name\":\"a\",\"name\":\"b\"}}",
          "vault=1&name=2",
          "<vault/>");

  private final ApiDocument document;
  private final World world;
  private final String token;
  private final String subject;

  /**
   * @param token what requests come with
   * @param subject a token to ask about, and to end
   */
  RequestMaker(ApiDocument document, World world, String token, String subject) {
    this.document = document;
    this.world = world;
    this.token = token;
    this.subject = subject;
  }

  RawRequest make(Random random) {
    List<Operation> operations = document.operations();
    Operation operation = operations.get(random.nextInt(operations.size()));
    if (operation.body() == null && operation.parameters("query").isEmpty()) {
      operation = operations.get(random.nextInt(operations.size()));
    }
    String target = path(operation, random) + query(operation, random);
    byte[] body = body(operation, random);
    return new RawRequest(
        operation.id(), operation.method(), target, headers(operation, body, random), body);
  }

  private String path(Operation operation, Random random) {
    String path = operation.path();
    for (Parameter variable : operation.parameters("path")) {
      String value = variable(variable, random);
      path = path.replace("{" + variable.name() + "}", value.isEmpty() ? "%20" : encoded(value));
    }
    return path;
  }

  private String variable(Parameter variable, Random random) {
    String name = variable.name();
    int luck = random.nextInt(100);
    if (name.equals("project_id") || name.equals("source_project_id")) {
      return luck < 94 ? world.project().id() : HostileValues.text(random);
    }
    if (luck < 25) {
      return HostileValues.text(random);
    }
    return switch (name) {
      case "protectable_type" ->
          variable
              .schema()
              .path("enum")
              .path(luck % variable.schema().path("enum").size())
              .asText();
      case "domain_name" -> world.credentials().path("domain").asText();
      case "instance_id" -> world.any(luck % 2 == 0 ? "server" : "volume", random);
      default -> world.any(name.replace("_id", ""), random);
    };
  }

  private String query(Operation operation, Random random) {
    List<String> parts = new ArrayList<>();
    List<Parameter> parameters = operation.parameters("query");
    for (int i = parameters.isEmpty() ? 0 : random.nextInt(4); i > 0; i--) {
      Parameter parameter = parameters.get(random.nextInt(parameters.size()));
      boolean hostile = random.nextInt(3) == 0;
      String value = hostile ? HostileValues.text(random) : fitting(parameter, random);
      parts.add(parameter.name() + (random.nextInt(30) == 0 ? "" : "=" + encoded(value)));
    }
    switch (random.nextInt(40)) {
      case 0 -> parts.add("unknown=" + encoded(HostileValues.text(random)));
      case 1 -> parts.add("limit=%zz");
      case 2 -> parts.add("name=%ff%fe");
      case 3 -> parts.add("&&==&");
      default -> {}
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private String fitting(Parameter parameter, Random random) {
    JsonNode schema =
        document.resolve(
            parameter.repeats() ? parameter.schema().path("items") : parameter.schema());
    if (schema.has("enum")) {
      return schema.path("enum").path(random.nextInt(schema.path("enum").size())).asText();
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> Integer.toString(random.nextInt(200));
      case "boolean" -> random.nextBoolean() ? "true" : "FALSE";
      default -> world.any(parameter.name().replace("_id", ""), random);
    };
  }

  private byte[] body(Operation operation, Random random) {
    if (operation.body() == null) {
      return random.nextInt(30) == 0 ? garbage(random) : null;
    }
    if (random.nextInt(20) == 0) {
      return garbage(random);
    }
    JsonNode body = new SampleBody(document, world, random).of(operation.body());
    for (int i = Math.max(0, random.nextInt(4) - 1); i > 0; i--) {
      Mutation.apply(body, random);
    }
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException loneSurrogate) {
      return garbage(random);
    }
  }

  private static byte[] garbage(Random random) {
    String text = GARBAGE.get(random.nextInt(GARBAGE.size()));
    return switch (random.nextInt(5)) {
      case 0 -> text.getBytes(StandardCharsets.UTF_16);
      case 1 -> new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"', ':', '1', '}'};
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  private Map<String, String> headers(Operation operation, byte[] body, Random random) {
    Map<String, String> headers = new LinkedHashMap<>();
    int luck = random.nextInt(100);
    if (luck < 95) {
      headers.put("X-Auth-Token", token);
    } else if (luck < 98) {
      headers.put("X-Auth-Token", "hostile token " + random.nextInt());
    }
    if (operation.parameter("X-Subject-Token").isPresent() && luck % 3 > 0) {
      headers.put("X-Subject-Token", luck % 3 == 1 ? subject : "hostile token");
    }
    if (body != null && luck % 10 > 0) {
      headers.put("Content-Type", luck % 10 == 1 ? "text/plain" : "application/json;charset=utf8");
    }
    if (operation.parameter("X-Client-Token").isPresent() && random.nextInt(20) == 0) {
      headers.put("X-Client-Token", luck % 2 == 0 ? "again" : "token with spaces");
    }
    return headers;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
