package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.coffer.contracts.CbrError;
import java.util.regex.Pattern;

/**
 * Text. Where its length is bounded it holds no control characters and no halves of characters,
 * which neither logs nor stores can take.
 */
record TextRule(CbrError error, int least, int most, boolean bounded, boolean trimmed, Pattern form)
    implements Rule {

  private static final String WORDING = "^[\\p{L}\\p{Nd}";

  static TextRule of(JsonNode schema, CbrError error) {
    return new TextRule(
        error,
        schema.path("minLength").asInt(0),
        schema.path("maxLength").asInt(Integer.MAX_VALUE),
        schema.has("maxLength"),
        schema.path("x-trimmed").asBoolean(),
        schema.has("pattern") ? Pattern.compile(schema.path("pattern").asText()) : null);
  }

  @Override
  public JsonNode checked(FieldPath at, JsonNode value) {
    if (!value.isTextual()) {
      throw at.refused(error, "must be a string.");
    }
    String text = value.textValue();
    String counting = trimmed ? text.strip() : text;
    if (bounded) {
      bounds(at, counting);
    }
    // All of it: in Java a "$" also stands before a line separator at the end.
    if (form != null && !form.matcher(counting).matches()) {
      throw at.refused(error, wording());
    }
    return trimmed ? TextNode.valueOf(counting) : value;
  }

  private void bounds(FieldPath at, String text) {
    int length = text.codePointCount(0, text.length());
    if (length < least || length > most) {
      throw at.refused(error, "must have " + least + " to " + most + " characters.");
    }
    if (!text.codePoints().allMatch(TextRule::printable)) {
      throw at.refused(error, "must not contain control characters.");
    }
  }

  private static boolean printable(int character) {
    return !Character.isISOControl(character)
        && Character.getType(character) != Character.SURROGATE;
  }

  private String wording() {
    String pattern = form.pattern();
    return pattern.startsWith(WORDING)
        ? "may contain only letters, digits and "
            + String.join(" ", pattern.substring(WORDING.length(), pattern.indexOf(']')).split(""))
            + "."
        : "must match " + pattern + ".";
  }
}
