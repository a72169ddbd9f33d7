package io.coffer.policy.retention;

import io.coffer.policy.calendar.PolicyCalendar;
import io.coffer.policy.retention.Verdict.Goes;
import io.coffer.policy.retention.Verdict.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When backups will go, if every fire to come makes a good backup and nobody changes anything: what
 * explanations and forecasts tell.
 */
public final class Outlook {

  private final RetentionRules rules;
  private final Map<String, Standing> standings;
  private final Horizon horizon;

  /**
   * @param verdict what becomes of the backup now
   * @param at when it goes; empty where no end is in sight
   */
  public record Departure(Verdict verdict, Optional<Instant> at) {}

  private Outlook(
      RetentionRules rules,
      ComingFires fires,
      Map<String, Standing> standings,
      List<BackupFacts> backups) {
    this.rules = rules;
    this.standings = standings;
    this.horizon =
        new Horizon(
            rules,
            fires,
            backups.stream()
                .filter(b -> standings.containsKey(b.id()))
                .map(BackupFacts::takenAt)
                .max(Comparator.naturalOrder())
                .map(rules::day)
                .orElse(rules.day(fires.now())));
  }

  /** One departure for each backup, in the order given. */
  public static List<Departure> of(
      RetentionRules rules,
      PolicyCalendar calendar,
      List<BackupFacts> backups,
      Instant now,
      boolean running) {
    return of(rules, new ComingFires(calendar, now), backups, running);
  }

  /** The same of one resource among others of a policy, which share its fires. */
  public static List<Departure> of(
      RetentionRules rules, ComingFires fires, List<BackupFacts> backups, boolean running) {
    Instant now = fires.now();
    Outlook outlook =
        new Outlook(rules, fires, new Retention(rules, backups, now, running).standings(), backups);
    return Sweep.verdicts(rules, backups, now, running).stream()
        .map(verdict -> new Departure(verdict, outlook.at(verdict)))
        .toList();
  }

  /**
   * Until when to lock a backup that is made now in a vault whose backups nobody may delete early:
   * for the least number of days, and as long as the rule of now would keep it, so that a stricter
   * rule cannot take it before. A rule without an end asks for no lock beyond the least one.
   */
  public static Instant lockedUntil(
      RetentionRules rules, PolicyCalendar calendar, Instant now, int leastDays) {
    Instant least = now.plus(Duration.ofDays(leastDays));
    BackupFacts made = new BackupFacts("", now, "available", true, null, null, Set.of());
    Instant end =
        rules.byQuantity()
            ? of(rules, calendar, List.of(made), now, false).get(0).at().orElse(least)
            : rules.expiryOf(now).orElse(least);
    return end.isAfter(least) ? end : least;
  }

  private Optional<Instant> at(Verdict verdict) {
    if (verdict instanceof Goes) {
      return Optional.of(horizon.now());
    }
    return verdict instanceof Kept kept ? end(kept) : Optional.empty();
  }

  private Optional<Instant> end(Kept kept) {
    BackupFacts backup = kept.backup();
    boolean locked = backup.guards(horizon.now()).contains(Guard.WORM);
    Optional<Instant> rule = rule(kept);
    return locked
        ? rule.map(end -> end.isBefore(backup.lockedUntil()) ? backup.lockedUntil() : end)
        : rule;
  }

  /** When nothing but a lock keeps it; empty where only a person can say. */
  private Optional<Instant> rule(Kept kept) {
    BackupFacts backup = kept.backup();
    Why first = kept.why().get(0);
    if (first instanceof Why.Guarded) {
      return kept.why().equals(List.of(new Why.Guarded(Guard.WORM)))
          ? Optional.of(horizon.now())
          : Optional.empty();
    }
    if (first instanceof Why.Failed) {
      return Optional.of(FailedSweep.end(backup));
    }
    boolean counted = rules.byQuantity() && standings.containsKey(backup.id());
    Optional<Instant> quantity =
        counted
            ? Optional.of(horizon.end(rules.day(backup.takenAt()), kept.why()))
            : Optional.empty();
    return Stream.of(quantity, Optional.ofNullable(backup.expiredAt()))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }
}
