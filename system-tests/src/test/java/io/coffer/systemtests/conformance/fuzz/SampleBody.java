package io.coffer.systemtests.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.systemtests.conformance.document.ApiDocument;
import java.util.Random;

/** Makes bodies that fit a schema: all that is mandatory, and some of the rest. */
final class SampleBody {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String DAILY = "FREQ=DAILY;INTERVAL=1;BYHOUR=06;BYMINUTE=00";

  private final ApiDocument document;
  private final World world;
  private final Random random;

  SampleBody(ApiDocument document, World world, Random random) {
    this.document = document;
    this.world = world;
    this.random = random;
  }

  JsonNode of(JsonNode schema) {
    return value("", document.resolve(schema));
  }

  private JsonNode value(String name, JsonNode schema) {
    if (name.equals("auth") && random.nextBoolean()) {
      return Login.body(world.credentials(), world.project().id()).path("auth");
    }
    boolean plain = !shaped(name, schema) && !schema.path("type").asText().equals("integer");
    JsonNode known = plain ? known(name) : null;
    if (known != null) {
      return known;
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
    }
    JsonNode type = schema.path("type");
    return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
      case "object" -> object(schema);
      case "array" -> array(name, schema);
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "integer" -> NODES.numberNode(edge(schema, "minimum", 1, "maximum", 1000));
      default -> NODES.textNode("x".repeat(edge(schema, "minLength", 0, "maxLength", 20)));
    };
  }

  private static boolean shaped(String name, JsonNode schema) {
    return schema.has("items") || schema.has("properties") && !name.equals("domain");
  }

  /** Words and ids that mean something beyond their schema; null for all others. */
  private JsonNode known(String name) {
    return switch (name) {
      case "vault_id" -> NODES.textNode(world.any("vault", random));
      case "backup_id" -> NODES.textNode(world.any("backup", random));
      case "volume_id", "exclude_volumes[]" -> NODES.textNode(world.any("volume", random));
      case "id", "server_id", "resource_id", "resource_ids[]", "resources[]" ->
          NODES.textNode(world.any(random.nextInt(4) == 0 ? "volume" : "server", random));
      case "type" -> random.nextInt(4) == 0 ? null : NODES.textNode("OS::Nova::Server");
      case "name" -> random.nextBoolean() ? null : world.credentials().path("user");
      case "domain" -> random.nextBoolean() ? null : domain();
      case "charging_mode" -> NODES.textNode("post_paid");
      case "demand_billing", "auto_bind" -> NODES.booleanNode(false);
      case "locked" -> NODES.booleanNode(random.nextInt(20) == 0);
      case "backup_policy_id" ->
          NODES.textNode(random.nextInt(4) > 0 ? "" : world.any("policy", random));
      case "policy_id", "add_policy_ids[]" -> NODES.textNode(world.any("policy", random));
      case "pattern[]" -> random.nextBoolean() ? null : NODES.textNode(DAILY);
      case "password" -> world.credentials().path("password");
      case "hx_password", "new_password" -> NODES.textNode("Fuzzed-password-1");
      case "resource_spec_code" -> NODES.textNode("dbss.opsmgmt.high");
      case "flavor_ref" -> NODES.textNode("s6.2xlarge.2");
      default -> null;
    };
  }

  private ObjectNode domain() {
    return NODES.objectNode().set("name", world.credentials().path("domain"));
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              boolean wanted = random.nextInt(3) == 0;
              for (JsonNode required : schema.path("required")) {
                wanted |= required.asText().equals(property.getKey());
              }
              if (wanted) {
                JsonNode below = document.resolve(property.getValue());
                object.set(property.getKey(), value(property.getKey(), below));
              }
            });
    return object;
  }

  private ArrayNode array(String name, JsonNode schema) {
    ArrayNode array = NODES.arrayNode();
    int least = schema.path("minItems").asInt(0);
    int length = least + (random.nextInt(3) == 0 ? 1 : 0);
    for (int i = 0; i < length; i++) {
      array.add(value(name + "[]", document.resolve(schema.path("items"))));
    }
    return array;
  }

  /** The least, the most or something between. */
  private int edge(JsonNode schema, String low, int least, String high, int most) {
    int from = schema.path(low).asInt(least);
    int to = Math.max(from, schema.path(high).asInt(most));
    return switch (random.nextInt(4)) {
      case 0 -> from;
      case 1 -> to;
      default -> (int) random.nextLong(from, to + 1L);
    };
  }
}
