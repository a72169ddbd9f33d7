package io.coffer.contracts;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every message with its name on the wire and its topic: what the families of the topics permit. A
 * reader finds the class by the name, so what is not here is poison.
 */
public final class Catalogue {

  /**
   * One message.
   *
   * @param type the name on the wire, for example {@code coffer.vault.created.v1}
   * @param topic where it rides
   */
  public record Entry(String type, Topic topic, Class<? extends Message> message) {}

  private static final Map<String, Entry> BY_TYPE = new LinkedHashMap<>();
  private static final Map<Class<?>, Entry> BY_CLASS = new LinkedHashMap<>();

  static {
    for (Topic topic : Topic.values()) {
      topic.families().forEach(family -> add(topic, family));
    }
  }

  private Catalogue() {}

  /** All messages, by topic and family. */
  public static Collection<Entry> entries() {
    return Collections.unmodifiableCollection(BY_TYPE.values());
  }

  /** The entry with this name on the wire. */
  public static Optional<Entry> find(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  /**
   * The entry of this message.
   *
   * @throws IllegalArgumentException when the message is of no family, which is a mistake in the
   *     program
   */
  public static Entry of(Message message) {
    Entry entry = BY_CLASS.get(message.getClass());
    if (entry == null) {
      throw new IllegalArgumentException(message.getClass().getName() + " is not in the catalogue");
    }
    return entry;
  }

  private static void add(Topic topic, Class<?> type) {
    if (type.isSealed()) {
      Stream.of(type.getPermittedSubclasses()).forEach(message -> add(topic, message));
      return;
    }
    WireName named = Objects.requireNonNull(type.getAnnotation(WireName.class), type.getName());
    String name = named.value();
    Entry entry = new Entry(name, topic, type.asSubclass(Message.class));
    if (BY_TYPE.put(name, entry) != null) {
      throw new IllegalStateException(name + " is the name of two messages");
    }
    BY_CLASS.put(type, entry);
  }
}
