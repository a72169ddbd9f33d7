package io.coffer.gateway.signature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The query part of a canonical request: every pair decoded and encoded again, in an order of its
 * own.
 */
final class CanonicalQuery {

  private record Pair(String key, String value) {
    @Override
    public String toString() {
      return key + "=" + value;
    }
  }

  private CanonicalQuery() {}

  /** Sorted by encoded key; repeated keys stay in the order of the wire. */
  static String current(String query) {
    return join(sorted(pairs(query, false), Comparator.comparing(Pair::key)));
  }

  /** Sorted by key without regard to case; of a repeated key only the first value. */
  static String older(String query) {
    Map<String, Pair> first = new LinkedHashMap<>();
    pairs(query, true).forEach(pair -> first.putIfAbsent(pair.key(), pair));
    return join(
        sorted(
            new ArrayList<>(first.values()),
            Comparator.comparing(Pair::key, String.CASE_INSENSITIVE_ORDER)));
  }

  /** What the older form signs as the body of a POST that has none: all pairs, a space as plus. */
  static String asBody(String query) {
    return join(sorted(pairs(query, true), Comparator.comparing(Pair::key))).replace("%20", "+");
  }

  private static List<Pair> pairs(String query, boolean plusIsSpace) {
    List<Pair> pairs = new ArrayList<>();
    for (String part : query.split("&")) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String key = equals < 0 ? part : part.substring(0, equals);
        String value = equals < 0 ? "" : part.substring(equals + 1);
        pairs.add(
            new Pair(
                Encoding.encode(Encoding.decode(key, plusIsSpace)),
                Encoding.encode(Encoding.decode(value, plusIsSpace))));
      }
    }
    return pairs;
  }

  private static List<Pair> sorted(List<Pair> pairs, Comparator<Pair> order) {
    pairs.sort(order);
    return pairs;
  }

  private static String join(List<Pair> pairs) {
    StringBuilder text = new StringBuilder();
    for (Pair pair : pairs) {
      text.append(text.isEmpty() ? "" : "&").append(pair);
    }
    return text.toString();
  }
}
