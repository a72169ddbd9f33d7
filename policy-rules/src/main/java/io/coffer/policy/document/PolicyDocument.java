package io.coffer.policy.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.CbrError;
import io.coffer.policy.InvalidPolicyException;
import io.coffer.policy.calendar.Schedule;
import io.coffer.policy.definition.OperationDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A policy as its owner described it. Definition, patterns and newer fields are kept as they came,
 * so that answers repeat them and what was never sent stays absent; what they mean is read from
 * them.
 */
public final class PolicyDocument {

  private static final String PATTERN = "policy.trigger.properties.pattern";
  private static final String ZONE = "x_schedule_timezone";
  private static final Set<String> TYPES = Set.of("backup", "replication");
  private static final List<String> KEPT =
      List.of(
          "name",
          "enabled",
          "operation_type",
          "operation_definition",
          "policy_type",
          "start_window_minutes");
  private static final int LONGEST_NAME = 64;

  private final ObjectNode sent;

  private PolicyDocument(ObjectNode sent) {
    this.sent = sent;
  }

  /** The policy in the body of a request that creates one, or a refusal. */
  public static PolicyDocument created(JsonNode body) {
    return new PolicyDocument(known(policy(body))).checked();
  }

  /**
   * This policy with what the body of a request changes. A field is replaced whole, also a
   * definition: its fields belong together. The type stays as it was.
   */
  public PolicyDocument changed(JsonNode body) {
    ObjectNode changes = known(policy(body));
    changes.remove("operation_type");
    ObjectNode all = sent.deepCopy();
    all.setAll(changes);
    return new PolicyDocument(all).checked();
  }

  /** What was sent, in one object for a store. */
  public ObjectNode stored() {
    return sent.deepCopy();
  }

  /** A document as it was stored. */
  public static PolicyDocument restored(ObjectNode stored) {
    return new PolicyDocument(stored.deepCopy());
  }

  public String name() {
    return sent.path("name").asText();
  }

  public boolean enabled() {
    return sent.path("enabled").asBoolean(true);
  }

  public String operationType() {
    return sent.path("operation_type").asText();
  }

  public OperationDefinition definition() {
    return OperationDefinition.parse(
        "policy.operation_definition", sent.get("operation_definition"));
  }

  /** When it runs. */
  public Schedule schedule() {
    JsonNode zone = properties().path(ZONE);
    if (!zone.isMissingNode() && !zone.isTextual()) {
      throw InvalidPolicyException.of("policy.trigger.properties." + ZONE, "must be a text.");
    }
    return Schedule.parse(
        PATTERN, patterns(), Schedule.zone("policy.trigger.properties." + ZONE, zone.textValue()));
  }

  /** The fields of {@code trigger.properties}, as they came. */
  ObjectNode properties() {
    return (ObjectNode) sent.path("trigger").path("properties");
  }

  private List<String> patterns() {
    JsonNode list = properties().path("pattern");
    if (!list.isArray()) {
      throw InvalidPolicyException.of(PATTERN, "must be a list.");
    }
    List<String> patterns = new ArrayList<>();
    list.forEach(pattern -> patterns.add(pattern.textValue()));
    return patterns;
  }

  private PolicyDocument checked() {
    checkName();
    if (sent.has("enabled") && !sent.path("enabled").isBoolean()) {
      throw InvalidPolicyException.of("policy.enabled", "must be true or false.");
    }
    if (!TYPES.contains(operationType())) {
      throw new InvalidPolicyException(
          CbrError.UNKNOWN_POLICY_TYPE,
          "policy.operation_type must be one of backup, replication.");
    }
    definition();
    object("policy.trigger", sent.path("trigger"));
    object("policy.trigger.properties", sent.path("trigger").path("properties"));
    schedule();
    return this;
  }

  private void checkName() {
    if (!sent.path("name").isTextual()) {
      throw InvalidPolicyException.of("policy.name", "is mandatory and a text.");
    }
    int length = name().codePointCount(0, name().length());
    boolean worded =
        name().codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
    if (length < 1 || length > LONGEST_NAME || !worded) {
      throw InvalidPolicyException.of(
          "policy.name",
          "must have 1 to 64 characters, only letters, digits, underscores and hyphens.");
    }
  }

  private static ObjectNode policy(JsonNode body) {
    return object("policy", body == null ? null : body.path("policy"));
  }

  private static ObjectNode object(String path, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw InvalidPolicyException.of(path, "is mandatory and an object.");
  }

  /** The fields that a policy has; a field that is null is absent. */
  private static ObjectNode known(ObjectNode policy) {
    ObjectNode known = policy.objectNode();
    KEPT.stream().filter(policy::hasNonNull).forEach(name -> known.set(name, policy.get(name)));
    if (policy.hasNonNull("trigger")) {
      ObjectNode properties =
          object(
              "policy.trigger.properties",
              object("policy.trigger", policy.get("trigger")).path("properties"));
      ObjectNode kept = known.putObject("trigger").putObject("properties");
      List.of("pattern", ZONE).stream()
          .filter(properties::hasNonNull)
          .forEach(name -> kept.set(name, properties.get(name)));
    }
    return known.deepCopy();
  }
}
