package io.coffer.messaging.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Message;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What every message has, whatever else it leaves out: its ids and its times, and what has some of
 * its own. Without them it is about nothing, however well its JSON is formed.
 */
public final class Landmarks {

  /** One that came later, or is of some messages only, may be absent. */
  private record Landmark(String name, boolean cameLater, MethodHandle read) {}

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final Set<Class<?>> TYPES = Set.of(UUID.class, Instant.class);
  private static final ClassValue<List<Landmark>> OF =
      new ClassValue<>() {
        @Override
        protected List<Landmark> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(component -> isLandmark(component.getType()))
              .map(Landmarks::landmark)
              .toList();
        }
      };

  private Landmarks() {}

  /** Whether every store can keep this time. */
  static boolean isKept(Instant time) {
    return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
  }

  /** The name of an id or a time that this message lacks, or that no store could keep. */
  public static Optional<String> missing(Message message) {
    return missingIn(message);
  }

  private static Optional<String> missingIn(Object named) {
    for (Landmark landmark : OF.get(named.getClass())) {
      Object value = read(landmark, named);
      boolean lacking = value == null && !landmark.cameLater();
      if (lacking || value instanceof Instant time && !isKept(time)) {
        return Optional.of(landmark.name());
      }
      Optional<String> inside =
          value instanceof Record part
              ? missingIn(part).map(name -> landmark.name() + '.' + name)
              : Optional.empty();
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  /** The id of what this message is about: the first that it has; null when it has none. */
  static String subject(Message message) {
    return ids(message).findFirst().map(UUID::toString).orElse(null);
  }

  private static Stream<UUID> ids(Object named) {
    return OF.get(named.getClass()).stream()
        .map(landmark -> read(landmark, named))
        .flatMap(
            value ->
                value instanceof UUID id
                    ? Stream.of(id)
                    : value instanceof Record part ? ids(part) : Stream.empty());
  }

  private static boolean isLandmark(Class<?> type) {
    return TYPES.contains(type) || type.isRecord() && !OF.get(type).isEmpty();
  }

  private static Object read(Landmark landmark, Object message) {
    try {
      return (Object) landmark.read().invokeExact(message);
    } catch (Throwable e) {
      throw new IllegalStateException("a record tells its components", e);
    }
  }

  private static Landmark landmark(RecordComponent component) {
    try {
      MethodHandle read = MethodHandles.publicLookup().unreflect(component.getAccessor());
      return new Landmark(
          component.getName(),
          component.getAccessor().isAnnotationPresent(JsonInclude.class),
          read.asType(MethodType.methodType(Object.class, Object.class)));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(component + " is not public", e);
    }
  }
}
