package io.coffer.scheduler.retention;

import static java.util.stream.Collectors.toMap;

import io.coffer.policy.retention.BackupFacts;
import io.coffer.policy.retention.ComingFires;
import io.coffer.policy.retention.Outlook;
import io.coffer.policy.retention.Outlook.Departure;
import io.coffer.policy.retention.RetentionRules;
import io.coffer.policy.retention.Sweep;
import io.coffer.policy.retention.Verdict;
import io.coffer.policy.retention.Why;
import io.coffer.scheduler.backup.BackupCopy;
import io.coffer.scheduler.calendar.Timetable;
import io.coffer.scheduler.policy.PolicyState;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What becomes of each backup of a resource in a vault, and when, as far as can be seen now. Not
 * for several threads.
 */
final class Explaining {

  private static final Instant OUT_OF_SIGHT = Instant.parse("9999-12-31T00:00:00Z");

  private final Instant now;
  private final Map<Timetable, ComingFires> fires = new HashMap<>();

  Explaining(Instant now) {
    this.now = now;
  }

  /**
   * What becomes of a backup.
   *
   * @param kept whether it stays now
   * @param reasons why, in the words of the rules; why it goes where it goes
   * @param at when it goes; empty where no end is in sight
   */
  record Explained(BackupCopy backup, boolean kept, List<String> reasons, Optional<Instant> at) {}

  /** Of each backup of one resource, the newest first. */
  List<Explained> of(Retaining.State resource) {
    List<BackupCopy> backups = resource.backups();
    Map<UUID, BackupCopy> copies =
        backups.stream().collect(toMap(BackupCopy::id, Function.identity()));
    Optional<ComingFires> coming = resource.policy().map(this::coming);
    Optional<Instant> next = coming.map(ComingFires::next);
    return departures(resource, backups, now, coming).stream()
        .map(
            departure ->
                explained(
                    copies.get(UUID.fromString(departure.verdict().backup().id())),
                    departure,
                    next))
        .sorted(Comparator.comparing((Explained one) -> one.backup().takenAt()).reversed())
        .toList();
  }

  private ComingFires coming(PolicyState policy) {
    return fires.computeIfAbsent(
        policy.timetable(), timetable -> new ComingFires(timetable.calendar(), now));
  }

  private static List<Departure> departures(
      Retaining.State state, List<BackupCopy> backups, Instant now, Optional<ComingFires> fires) {
    List<BackupFacts> facts = Retaining.facts(state, backups);
    boolean running = backups.stream().anyMatch(BackupCopy::isUnderWay);
    if (fires.isEmpty()) {
      return Sweep.verdicts(RetentionRules.permanent(), facts, now, running).stream()
          .map(verdict -> new Departure(verdict, Optional.empty()))
          .toList();
    }
    PolicyState policy = state.policy().get();
    return policy.settings().enabled()
        ? Outlook.of(policy.definition().retention(), fires.get(), facts, running)
        : Sweep.whileDisabled(facts).stream()
            .map(verdict -> new Departure(verdict, Optional.empty()))
            .toList();
  }

  /** An end after the last year that a time of the API can show is none. */
  private static Optional<Instant> inSight(Departure departure) {
    return departure.at().filter(end -> end.isBefore(OUT_OF_SIGHT));
  }

  /** What a number pushes out goes when the next backup is good, and not at once. */
  private static Explained explained(
      BackupCopy backup, Departure departure, Optional<Instant> next) {
    if (departure.verdict() instanceof Verdict.Goes goes) {
      boolean waits = goes.cause() == Verdict.Cause.QUANTITY;
      return new Explained(
          backup, false, List.of(goes.cause().word()), waits ? next : departure.at());
    }
    return departure.verdict() instanceof Verdict.Kept kept
        ? new Explained(
            backup, true, kept.why().stream().map(Why::word).toList(), inSight(departure))
        : new Explained(
            backup,
            true,
            List.of(((Verdict.Ignored) departure.verdict()).because()),
            Optional.empty());
  }
}
