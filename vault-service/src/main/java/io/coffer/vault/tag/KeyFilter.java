package io.coffer.vault.tag;

import io.coffer.contracts.vault.Tag;
import java.util.List;

/**
 * A key, with one of some values.
 *
 * @param values any of them; none for whatever value. One that begins with {@code *} stands for all
 *     that hold the rest of it.
 */
record KeyFilter(String key, List<String> values) {

  private static final String PART = "*";

  KeyFilter {
    values = List.copyOf(values);
  }

  /** Whether one of these tags is meant. */
  boolean matches(List<Tag> tags) {
    return tags.stream().anyMatch(tag -> tag.key().equals(key) && takes(tag.value()));
  }

  /** The values that are meant as a whole. */
  List<String> wholes() {
    return values.stream().filter(value -> !value.startsWith(PART)).toList();
  }

  /** The texts one of which a value is to hold. */
  List<String> parts() {
    return values.stream()
        .filter(value -> value.startsWith(PART))
        .map(value -> value.substring(PART.length()))
        .toList();
  }

  private boolean takes(String value) {
    return values.isEmpty()
        || wholes().contains(value)
        || parts().stream().anyMatch(value::contains);
  }
}
