package io.coffer.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * One instance of every message, the same in every run, all of its fields set but those that are
 * absent on the wire when they are empty: these came later, and a message without them is as it was
 * released.
 */
final class SampleMessages {

  private static final UUID NAMES = new UUID(0, 0);
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00.123Z");

  private SampleMessages() {}

  static <M> M of(Class<M> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] values = Arrays.stream(components).map(SampleMessages::value).toArray();
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " is not a record that can be made", e);
    }
  }

  private static Object value(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonInclude.class)
        ? empty(component.getType())
        : value(component.getGenericType(), component.getName());
  }

  private static Object empty(Class<?> type) {
    return type == List.class ? List.of() : Array.get(Array.newInstance(type, 1), 0);
  }

  private static Object value(Type type, String name) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return List.of(value(list.getActualTypeArguments()[0], name));
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return "some " + name;
    }
    if (raw == JsonNode.class) {
      return JsonNodeFactory.instance.objectNode().put("some " + name, name.length());
    }
    if (raw == UUID.class) {
      return DerivedId.of(NAMES, name);
    }
    if (raw == Instant.class) {
      return TIME;
    }
    if (raw == int.class || raw == Integer.class) {
      return name.length();
    }
    if (raw == long.class || raw == Long.class) {
      return 10_000_000_000L + name.length();
    }
    if (raw == BigInteger.class) {
      return BigInteger.TEN.pow(20).add(BigInteger.valueOf(name.length()));
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return true;
    }
    return of(raw);
  }
}
