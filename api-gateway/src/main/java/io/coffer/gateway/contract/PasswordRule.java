package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.CbrError;
import java.util.List;
import java.util.regex.Pattern;

/** A new password. What is wrong with one is told without a character of it. */
record PasswordRule(CbrError error, int least, int most) implements Rule {

  private static final int KINDS = 3;
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]*");
  private static final List<Pattern> EACH_KIND =
      List.of(
          Pattern.compile("[A-Z]"),
          Pattern.compile("[a-z]"),
          Pattern.compile("[0-9]"),
          Pattern.compile("[^A-Za-z0-9]"));

  static PasswordRule of(JsonNode schema, CbrError error) {
    return new PasswordRule(
        error, schema.path("minLength").intValue(), schema.path("maxLength").intValue());
  }

  @Override
  public JsonNode checked(FieldPath at, JsonNode value) {
    if (!value.isTextual()) {
      throw at.refused(error, "must be a string.");
    }
    String password = value.textValue();
    if (password.length() < least || password.length() > most) {
      throw at.refused(error, "must have " + least + " to " + most + " characters.");
    }
    if (!PRINTABLE.matcher(password).matches()) {
      throw at.refused(error, "must consist of printable ASCII characters without spaces.");
    }
    if (EACH_KIND.stream().filter(kind -> kind.matcher(password).find()).count() < KINDS) {
      throw at.refused(
          error,
          "must have characters of three of these kinds: capitals, small letters, digits, others.");
    }
    return value;
  }
}
