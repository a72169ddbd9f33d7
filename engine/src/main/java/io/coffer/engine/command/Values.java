package io.coffer.engine.command;

import io.coffer.engine.tree.RawPath;
import io.coffer.engine.tree.TreeTime;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kinds of values that options take, read from raw words: one char per byte. What is no value
 * of the kind ends in an {@link IllegalArgumentException} that says what would be.
 */
final class Values {
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)(ms|s|m|h|d)");
  private static final Duration MOST = Duration.ofDays(36_500);
  private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
  private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");
  private static final DateTimeFormatter LOCAL_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private Values() {}

  static boolean truth(String raw) {
    if (!TRUE.contains(raw) && !FALSE.contains(raw)) {
      throw new IllegalArgumentException("true or false");
    }
    return isTrue(raw);
  }

  static boolean isTrue(String raw) {
    return TRUE.contains(raw);
  }

  /** Bytes that are not UTF-8 are taken for Latin-1, as whoever has them in a name means. */
  static String text(String raw) {
    String text = RawPath.isText(raw) ? RawPath.text(raw) : raw;
    if (text.isBlank()) {
      throw new IllegalArgumentException("a text that is not blank");
    }
    return text;
  }

  /** Of this machine: absolute, without dots; its last name is not looked up. */
  static Path path(String raw) {
    return WorkingFolder.resolve(raw);
  }

  /** Texts with commas between them, without the blanks around. */
  static List<String> tags(String raw) {
    return Arrays.stream(raw.split(",", -1)).map(tag -> tag(tag)).toList();
  }

  private static String tag(String raw) {
    if (raw.isBlank()) {
      throw new IllegalArgumentException("tags with commas between them, none of them empty");
    }
    return text(raw).strip();
  }

  /** Such as {@code 90s}, {@code 10m}, {@code 1h30m} or {@code 7d}, up to a century. */
  static Duration duration(String raw) {
    Duration sum = Duration.ZERO;
    Matcher amounts = AMOUNT.matcher(raw);
    int end = 0;
    while (end < raw.length() && amounts.find(end) && amounts.start() == end) {
      sum = sum.plus(amount(new BigDecimal(amounts.group(1)), amounts.group(2)));
      end = amounts.end();
    }
    if (end < raw.length() && !raw.equals("0") || sum.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("a duration such as 90s, 1h30m or 7d");
    }
    return sum;
  }

  private static Duration amount(BigDecimal number, String unit) {
    Duration one =
        switch (unit) {
          case "ms" -> Duration.ofMillis(1);
          case "s" -> Duration.ofSeconds(1);
          case "m" -> Duration.ofMinutes(1);
          case "h" -> Duration.ofHours(1);
          default -> Duration.ofDays(1);
        };
    BigDecimal nanos = number.multiply(BigDecimal.valueOf(one.toNanos()));
    BigDecimal most = BigDecimal.valueOf(MOST.toNanos()).add(BigDecimal.ONE);
    return Duration.ofNanos(nanos.min(most).longValue());
  }

  /** Between 0 and 100, as the part of one. */
  static double percent(String raw) {
    String number = raw.endsWith("%") ? raw.substring(0, raw.length() - 1) : raw;
    if (!number.matches("\\d{1,3}(\\.\\d{1,9})?") || Double.parseDouble(number) > 100) {
      throw new IllegalArgumentException("a percentage from 0 to 100, such as 5%");
    }
    return Double.parseDouble(number) / 100;
  }

  static Function<String, Long> number(long least, long most) {
    return raw -> {
      if (!raw.matches("\\d{1,18}") || Long.parseLong(raw) < least || Long.parseLong(raw) > most) {
        throw new IllegalArgumentException("a number from " + least + " to " + most);
      }
      return Long.parseLong(raw);
    };
  }

  static Function<String, String> oneOf(String... words) {
    return raw -> {
      if (!List.of(words).contains(raw)) {
        throw new IllegalArgumentException(String.join(" or ", words));
      }
      return raw;
    };
  }

  /** ISO 8601 with an offset, or {@code 2026-01-31 12:00:00} of this machine's zone. */
  static OffsetDateTime time(String raw) {
    try {
      OffsetDateTime time =
          raw.indexOf(' ') > 0
              ? LocalDateTime.parse(raw, LOCAL_TIME)
                  .atZone(ZoneId.systemDefault())
                  .toOffsetDateTime()
              : OffsetDateTime.parse(raw);
      if (time.getYear() >= 0
          && time.getYear() <= 9999
          && (raw.indexOf(' ') > 0 || time.getOffset().getTotalSeconds() % 60 == 0)) {
        return TreeTime.writable(time); // long ago, zones had offsets with seconds
      }
    } catch (DateTimeException e) {
      // told below, as what is out of range
    }
    throw new IllegalArgumentException(
        "a time such as 2026-01-31T12:00:00Z or '2026-01-31 12:00:00', in the years 0 to 9999");
  }

  /** As long as the bytes of the word. */
  static byte[] bytes(String raw) {
    return raw.getBytes(StandardCharsets.ISO_8859_1);
  }
}
