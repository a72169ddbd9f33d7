package io.coffer.policy.calendar;

import io.coffer.policy.InvalidPolicyException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the part of iCalendar's recurrence rules that a policy may use; refuses all else. */
final class PatternParser {

  private static final Set<String> KNOWN =
      Set.of("FREQ", "INTERVAL", "BYDAY", "BYHOUR", "BYMINUTE");
  private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final int LONGEST_INTERVAL = 30;
  private static final int WEEK = 7;

  private final String field;
  private final Map<String, String> parts;

  private PatternParser(String field, Map<String, String> parts) {
    this.field = field;
    this.parts = parts;
  }

  /** What the text says; {@code field} is where it stands in the request. */
  static Pattern parse(String field, String text) {
    return new PatternParser(field, parts(field, text)).pattern();
  }

  private static Map<String, String> parts(String field, String text) {
    Map<String, String> parts = new HashMap<>();
    for (String part : text.toUpperCase(Locale.ROOT).split(";", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (!KNOWN.contains(name)) {
        throw refused(field, "may have FREQ, INTERVAL, BYDAY, BYHOUR and BYMINUTE, not " + name);
      }
      if (equals < 0 || parts.put(name, part.substring(equals + 1)) != null) {
        throw refused(field, "must have " + name + " once, with a value");
      }
    }
    return parts;
  }

  private Pattern pattern() {
    Frequency frequency = frequency();
    int interval = interval();
    Set<DayOfWeek> weekdays = weekdays(frequency);
    if (frequency == Frequency.DAILY && interval % WEEK == 0 && weekdays.size() < WEEK) {
      throw refused(
          "would run on one weekday, that of its creation, or never: with BYDAY and INTERVAL="
              + interval
              + " FREQ must be WEEKLY");
    }
    return new Pattern(frequency, interval, weekdays, minutes());
  }

  private Frequency frequency() {
    String value = parts.getOrDefault("FREQ", "");
    return switch (value) {
      case "DAILY" -> Frequency.DAILY;
      case "WEEKLY" -> Frequency.WEEKLY;
      default -> throw refused("must have FREQ=DAILY or FREQ=WEEKLY");
    };
  }

  private int interval() {
    return number("INTERVAL", parts.getOrDefault("INTERVAL", "1"), 1, LONGEST_INTERVAL);
  }

  private Set<DayOfWeek> weekdays(Frequency frequency) {
    String value = parts.get("BYDAY");
    if (value == null && frequency == Frequency.WEEKLY) {
      throw refused("must have BYDAY, as FREQ is WEEKLY");
    }
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    for (String day : value == null ? WEEKDAYS : List.of(value.split(",", -1))) {
      int index = WEEKDAYS.indexOf(day);
      if (index < 0) {
        throw refused("must have BYDAY of MO, TU, WE, TH, FR, SA, SU");
      }
      weekdays.add(DayOfWeek.of(index + 1));
    }
    return weekdays;
  }

  private List<Integer> minutes() {
    if (!parts.containsKey("BYHOUR")) {
      throw refused("must have BYHOUR");
    }
    Set<Integer> minutes = new TreeSet<>();
    for (int hour : numbers("BYHOUR", parts.get("BYHOUR"), 23)) {
      for (int minute : numbers("BYMINUTE", parts.getOrDefault("BYMINUTE", "0"), 59)) {
        minutes.add(hour * 60 + minute);
      }
    }
    return List.copyOf(minutes);
  }

  private List<Integer> numbers(String name, String values, int most) {
    List<Integer> numbers = new ArrayList<>();
    for (String value : values.split(",", -1)) {
      numbers.add(number(name, value, 0, most));
    }
    return numbers;
  }

  private int number(String name, String value, int least, int most) {
    int number = value.matches("[0-9]{1,2}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw refused("must have " + name + " of " + least + " to " + most);
    }
    return number;
  }

  private InvalidPolicyException refused(String rest) {
    return refused(field, rest);
  }

  private static InvalidPolicyException refused(String field, String rest) {
    return InvalidPolicyException.of(field, rest + ".");
  }
}
