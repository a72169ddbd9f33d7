package io.coffer.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A body, or an object in it, that keeps the contract. What is absent and has no default is null.
 * Asking for a field that the contract does not have is a mistake of the program.
 */
public final class Body {

  private static final JsonMapper FORMS =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final ObjectRule rule;
  private final JsonNode fields;

  Body(ObjectRule rule, JsonNode fields) {
    this.rule = rule;
    this.fields = fields;
  }

  public String text(String name) {
    return field(name).textValue();
  }

  public Integer number(String name) {
    JsonNode field = field(name);
    return field.isMissingNode() ? null : Integer.valueOf(field.intValue());
  }

  public Boolean flag(String name) {
    JsonNode field = field(name);
    return field.isMissingNode() ? null : Boolean.valueOf(field.booleanValue());
  }

  public UUID id(String name) {
    JsonNode field = field(name);
    return field.isMissingNode() ? null : UUID.fromString(field.textValue());
  }

  /** All of it in another form; what is absent is null. */
  public <T> T as(Class<T> form) {
    try {
      return FORMS.treeToValue(fields, form);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(form + " does not fit the contract", e);
    }
  }

  /** Whether the field is there. */
  public boolean has(String name) {
    return !field(name).isMissingNode();
  }

  /** An object in this one. It has no fields where it is absent. */
  public Body object(String name) {
    return new Body((ObjectRule) property(name), field(name));
  }

  /** A list of texts; empty where it is absent. */
  public List<String> texts(String name) {
    return list(name, JsonNode::textValue);
  }

  /** A list of objects; empty where it is absent. */
  public <T> List<T> objects(String name, Function<Body, T> each) {
    ObjectRule element = (ObjectRule) ((ListRule) property(name)).element();
    return list(name, object -> each.apply(new Body(element, object)));
  }

  private <T> List<T> list(String name, Function<JsonNode, T> each) {
    JsonNode field = field(name);
    List<T> list = new ArrayList<>(field.size());
    field.forEach(element -> list.add(each.apply(element)));
    return List.copyOf(list);
  }

  private JsonNode field(String name) {
    property(name);
    JsonNode field = fields.get(name);
    return field == null ? MissingNode.getInstance() : field;
  }

  private Rule property(String name) {
    ObjectRule.Property property = rule.properties().get(name);
    if (property == null) {
      throw new IllegalArgumentException("the contract has no field " + name);
    }
    return property.rule();
  }
}
