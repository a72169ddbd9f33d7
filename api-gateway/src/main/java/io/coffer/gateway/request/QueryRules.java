package io.coffer.gateway.request;

import io.coffer.gateway.error.ApiException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The documented query parameters of one route. Checks them like a body, drops what nobody
 * documented, and writes the rest anew for the owner. A filter that is there but empty is no
 * filter.
 */
public final class QueryRules {

  private static final int LONGEST = 255;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");

  /**
   * Checks one value and says how it is sent on; throws an {@link ApiException} that names the
   * parameter.
   */
  @FunctionalInterface
  private interface Rule {
    String checked(String name, String value);
  }

  private record Parameter(String name, boolean repeats, boolean mayBeEmpty, Rule rule) {}

  private final List<Parameter> parameters = new ArrayList<>();

  /** Paging by {@code limit} (1 to 1000), {@code offset} and {@code marker}. */
  public static QueryRules paged() {
    return new QueryRules()
        .number("limit", 1, 1_000)
        .number("offset", 0, Integer.MAX_VALUE)
        .text("marker");
  }

  /** Free text of at most 255 characters. */
  public QueryRules text(String... names) {
    for (String name : names) {
      parameters.add(new Parameter(name, false, true, QueryRules::free));
    }
    return this;
  }

  /** Free text that may come several times. */
  public QueryRules texts(String name) {
    parameters.add(new Parameter(name, true, true, QueryRules::free));
    return this;
  }

  /** Ids separated by commas. */
  public QueryRules ids(String name) {
    parameters.add(
        new Parameter(name, true, true, (field, value) -> Check.text(field, value, 0, 8_192)));
    return this;
  }

  /** One of a few values, possibly several times. */
  public QueryRules oneOf(String name, Set<String> allowed) {
    parameters.add(
        new Parameter(name, true, true, (field, value) -> Check.oneOf(field, value, allowed)));
    return this;
  }

  /** A whole number. Empty is not a number. */
  public QueryRules number(String name, int least, int most) {
    parameters.add(
        new Parameter(
            name, false, false, (field, value) -> wholeNumber(field, value, least, most)));
    return this;
  }

  /** {@code true} or {@code false}, in any case. */
  public QueryRules flag(String... names) {
    for (String name : names) {
      parameters.add(new Parameter(name, false, true, QueryRules::truth));
    }
    return this;
  }

  /** An instant such as {@code 2018-02-01T12:00:00Z}. */
  public QueryRules time(String... names) {
    for (String name : names) {
      parameters.add(new Parameter(name, false, true, QueryRules::instant));
    }
    return this;
  }

  /** Sort keys, each with an optional direction, separated by commas. */
  public QueryRules sort(Set<String> keys) {
    parameters.add(
        new Parameter("sort", false, true, (field, value) -> sorting(field, value, keys)));
    return this;
  }

  /**
   * Checks a query.
   *
   * @return the query to send on, encoded, with its question mark; empty for none
   * @throws ApiException 400 BackupService.9900 that starts with the name of the parameter
   */
  public String check(QueryParameters query) {
    StringBuilder relayed = new StringBuilder();
    for (Parameter parameter : parameters) {
      List<String> values = query.all(parameter.name());
      for (String value : parameter.repeats() || values.isEmpty() ? values : values.subList(0, 1)) {
        if (!value.isEmpty() || !parameter.mayBeEmpty()) {
          String clean = parameter.rule().checked(parameter.name(), value);
          relayed
              .append(relayed.isEmpty() ? '?' : '&')
              .append(parameter.name())
              .append('=')
              .append(URLEncoder.encode(clean, StandardCharsets.UTF_8));
        }
      }
    }
    return relayed.toString();
  }

  private static String free(String name, String value) {
    return Check.text(name, value, 0, LONGEST);
  }

  private static String wholeNumber(String name, String value, int least, int most) {
    if (!DIGITS.matcher(value).matches()
        || Long.parseLong(value) < least
        || Long.parseLong(value) > most) {
      throw ApiException.invalid(
          name + " must be a whole number from " + least + " to " + most + ".");
    }
    return value;
  }

  private static String truth(String name, String value) {
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw ApiException.invalid(name + " must be true or false.");
    }
    return value.toLowerCase(Locale.ROOT);
  }

  private static String instant(String name, String value) {
    if (!isTime(value)) {
      throw ApiException.invalid(name + " must be a time such as 2018-02-01T12:00:00Z.");
    }
    return value;
  }

  /** Years have four digits on the wire; others would overflow the owner's columns. */
  private static boolean isTime(String value) {
    try {
      int year = OffsetDateTime.parse(value).getYear();
      return year >= 1 && year <= 9999;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String sorting(String name, String value, Set<String> keys) {
    free(name, value);
    for (String part : value.split(",", -1)) {
      String[] words = part.strip().split(":", -1);
      boolean sound =
          words.length <= 2
              && keys.contains(words[0])
              && (words.length == 1 || Set.of("asc", "desc").contains(words[1]));
      if (!sound) {
        throw ApiException.invalid(
            name
                + " must list keys of "
                + String.join(", ", keys.stream().sorted().toList())
                + ", each with :asc or :desc or neither.");
      }
    }
    return value;
  }
}
