package io.coffer.policy.calendar;

import io.coffer.policy.InvalidPolicyException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;

/** The patterns of a policy, understood, and the zone whose clock they read. */
public final class Schedule {

  private static final int MOST_PATTERNS = 24;

  private final List<Pattern> patterns;
  private final ZoneId zone;

  private Schedule(List<Pattern> patterns, ZoneId zone) {
    this.patterns = List.copyOf(patterns);
    this.zone = zone;
  }

  /**
   * Understands patterns, or refuses them. The texts are left as they are: what is echoed to a
   * client is never made from what was understood.
   *
   * @param field the path of the list in the request
   */
  public static Schedule parse(String field, List<String> texts, ZoneId zone) {
    if (texts == null || texts.isEmpty() || texts.size() > MOST_PATTERNS) {
      throw InvalidPolicyException.of(field, "must have 1 to 24 patterns.");
    }
    List<Pattern> patterns = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String place = field + "[" + i + "]";
      if (texts.get(i) == null) {
        throw InvalidPolicyException.of(place, "must be a text.");
      }
      patterns.add(PatternParser.parse(place, texts.get(i)));
    }
    Spacing.check(field, patterns);
    return new Schedule(patterns, zone);
  }

  /**
   * The zone of {@code x_schedule_timezone}: a name of the IANA database such as {@code
   * Europe/Berlin}; UTC where the field is absent, which is null here.
   */
  public static ZoneId zone(String field, String name) {
    if (name == null) {
      return ZoneOffset.UTC;
    }
    try {
      ZoneRulesProvider.getRules(name, false);
      return ZoneId.of(name);
    } catch (ZoneRulesException unknown) {
      throw InvalidPolicyException.of(field, "must name a time zone of the IANA database.");
    }
  }

  /** The fires of a policy that was created at this instant. */
  public PolicyCalendar since(Instant createdAt) {
    return new PolicyCalendar(patterns, zone.getRules(), createdAt);
  }
}
