package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.coffer.contracts.CbrError;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An id that Coffer gave, read strictly. Where the contract names the noun, what is no id is the id
 * of nothing, and told like one that is not there.
 */
record IdRule(CbrError error, String noun) implements Rule {

  private static final Pattern UUID_TEXT =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

  @Override
  public JsonNode checked(FieldPath at, JsonNode value) {
    if (!value.isTextual()) {
      throw at.refused(CbrError.INVALID_PARAMETER, "must be a string.");
    }
    return TextNode.valueOf(uuid(at, value.textValue()).toString());
  }

  UUID uuid(FieldPath at, String text) {
    if (text.length() == 36 && UUID_TEXT.matcher(text).matches()) {
      return UUID.fromString(text);
    }
    throw noun.isEmpty() ? at.refused(error, "must be an id.") : Absent.of(error, noun, text);
  }
}
