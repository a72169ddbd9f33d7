package io.coffer.policy.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A place in a vector, read strictly. */
record Input(String path, JsonNode value) {

  Input at(String name) {
    return new Input(path + "." + name, value.path(name));
  }

  boolean present() {
    return !value.isMissingNode() && !value.isNull();
  }

  boolean flag(String name) {
    JsonNode flag = value.path(name);
    if (!flag.isMissingNode() && !flag.isNull() && !flag.isBoolean()) {
      throw new Malformed(path + "." + name + " is not true or false");
    }
    return flag.asBoolean(false);
  }

  String text() {
    if (!value.isTextual()) {
      throw new Malformed(path + " is not a text");
    }
    return value.textValue();
  }

  int number() {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw new Malformed(path + " is not a whole number");
    }
    return value.intValue();
  }

  Instant instant() {
    try {
      return OffsetDateTime.parse(text()).toInstant();
    } catch (DateTimeException unreadable) {
      throw new Malformed(path + " is not an instant");
    }
  }

  Instant instantOrNull() {
    return present() ? instant() : null;
  }

  <T> List<T> list(Function<Input, T> each) {
    if (!value.isArray()) {
      throw new Malformed(path + " is not a list");
    }
    List<T> all = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      all.add(each.apply(new Input(path + "[" + i + "]", value.get(i))));
    }
    return all;
  }

  List<Instant> instants() {
    return list(Input::instant);
  }

  /** The members of an object by their names, in their order. */
  Map<String, Input> members() {
    if (!value.isObject()) {
      throw new Malformed(path + " is not an object");
    }
    Map<String, Input> all = new LinkedHashMap<>();
    value.fieldNames().forEachRemaining(name -> all.put(name, at(name)));
    return all;
  }
}
