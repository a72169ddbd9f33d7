package io.coffer.messaging.rules;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Records with every component set, always to the same. */
final class Samples {

  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final UUID ID = UUID.fromString("00000000-0000-5000-8000-000000000001");

  private Samples() {}

  static <T> T of(Class<T> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] values =
          Arrays.stream(components)
              .map(component -> value(component.getGenericType(), component.getName()))
              .toArray();
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName() + " is not a record that can be made", e);
    }
  }

  private static Object value(Type type, String name) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return List.of(value(list.getActualTypeArguments()[0], name));
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return name;
    }
    if (plain == UUID.class) {
      return ID;
    }
    if (plain == Instant.class) {
      return TIME;
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return true;
    }
    if (plain == int.class || plain == Integer.class) {
      return 7;
    }
    if (plain == long.class || plain == Long.class) {
      return 4_000_000_000L;
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    return of(plain);
  }
}
