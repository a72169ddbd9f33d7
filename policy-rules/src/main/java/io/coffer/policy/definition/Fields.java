package io.coffer.policy.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.policy.InvalidPolicyException;
import java.util.Optional;

/** Reads the fields of one JSON object, each by its documented type; null is as good as absent. */
record Fields(String path, JsonNode object) {

  static Fields of(String path, JsonNode value) {
    if (value == null || value.isMissingNode() || value.isNull()) {
      throw InvalidPolicyException.of(path, "is mandatory.");
    }
    if (!value.isObject()) {
      throw InvalidPolicyException.of(path, "must be an object.");
    }
    return new Fields(path, value);
  }

  /**
   * A whole number from {@code least} to {@code most}, or the default where the field is absent.
   */
  int number(String name, int least, int most, int absent) {
    JsonNode value = object.path(name);
    if (missing(value)) {
      return absent;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw refused(name, "must be a whole number of " + least + " to " + most + ".");
    }
    if (value.intValue() < least || value.intValue() > most) {
      throw refused(name, "must be " + least + " to " + most + ".");
    }
    return value.intValue();
  }

  Optional<String> text(String name) {
    JsonNode value = object.path(name);
    if (missing(value)) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw refused(name, "must be a text.");
    }
    return Optional.of(value.textValue());
  }

  boolean flag(String name, boolean absent) {
    JsonNode value = object.path(name);
    if (missing(value)) {
      return absent;
    }
    if (!value.isBoolean()) {
      throw refused(name, "must be true or false.");
    }
    return value.booleanValue();
  }

  InvalidPolicyException refused(String name, String rest) {
    return InvalidPolicyException.of(path + "." + name, rest);
  }

  private static boolean missing(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
