package io.coffer.engine.command;

import java.util.List;
import java.util.function.Function;

/**
 * An option that a verb declares.
 *
 * @param names the long one first, dashes included
 * @param value what stands for its value in the usage; empty text for a switch
 * @param isMany whether all given values count, or only the last
 * @param reader gives what a value means, or throws {@link IllegalArgumentException} with what it
 *     should have been
 */
record Option<T>(List<String> names, String value, boolean isMany, Function<String, T> reader) {

  static Option<Boolean> toggle(String... names) {
    return new Option<>(List.of(names), "", false, Values::truth);
  }

  static <T> Option<T> one(String value, Function<String, T> reader, String... names) {
    return new Option<>(List.of(names), value, false, reader);
  }

  static <T> Option<T> many(String value, Function<String, T> reader, String... names) {
    return new Option<>(List.of(names), value, true, reader);
  }

  String name() {
    return names.get(0);
  }

  boolean isSwitch() {
    return value.isEmpty();
  }

  String usage() {
    String use = isSwitch() ? name() : name() + " " + value;
    return "[" + use + "]" + (isMany ? "..." : "");
  }
}
