package io.coffer.gateway.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The query part of a canonical request: every pair decoded and encoded again, in an order of its
 * own.
 */
final class CanonicalQuery {

  private static final Comparator<Pair> BY_KEY = Comparator.comparing(Pair::key);
  private static final Comparator<Pair> BY_KEY_AND_VALUE = BY_KEY.thenComparing(Pair::value);
  private static final Comparator<Pair> AS_DECODED =
      Comparator.comparing(Pair::plainKey, Arrays::compareUnsigned)
          .thenComparing(Pair::plainValue, Arrays::compareUnsigned);

  private record Pair(byte[] plainKey, byte[] plainValue, String key, String value) {

    static Pair of(byte[] key, byte[] value) {
      return new Pair(key, value, Encoding.encode(key), Encoding.encode(value));
    }

    @Override
    public String toString() {
      return key + "=" + value;
    }
  }

  private CanonicalQuery() {}

  /**
   * Every order in which clients sign a query: all sort by key, some before and some after it is
   * encoded; the values of a repeated key stay in the order of the wire or are sorted as well.
   */
  static Set<String> current(String query) {
    List<Pair> pairs = pairs(query, false);
    Set<String> orders = new LinkedHashSet<>();
    for (Comparator<Pair> order : List.of(BY_KEY, BY_KEY_AND_VALUE, AS_DECODED)) {
      orders.add(join(sorted(new ArrayList<>(pairs), order)));
    }
    return orders;
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
    return join(sorted(pairs(query, true), BY_KEY)).replace("%20", "+");
  }

  private static List<Pair> pairs(String query, boolean plusIsSpace) {
    List<Pair> pairs = new ArrayList<>();
    for (String part : query.split("&")) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String key = equals < 0 ? part : part.substring(0, equals);
        String value = equals < 0 ? "" : part.substring(equals + 1);
        pairs.add(Pair.of(Encoding.decode(key, plusIsSpace), Encoding.decode(value, plusIsSpace)));
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
