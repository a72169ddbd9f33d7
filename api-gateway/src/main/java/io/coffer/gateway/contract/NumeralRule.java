package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.regex.Pattern;

/** A whole number, which some clients write as text. What is passed on is a number. */
record NumeralRule(NumberRule number) implements Rule {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");

  @Override
  public JsonNode checked(FieldPath at, JsonNode value) {
    boolean digits = value.isTextual() && DIGITS.matcher(value.textValue()).matches();
    return number.checked(at, digits ? LongNode.valueOf(Long.parseLong(value.textValue())) : value);
  }
}
