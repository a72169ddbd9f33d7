package io.coffer.policy.retention;

import io.coffer.policy.retention.Verdict.Goes;
import io.coffer.policy.retention.Verdict.Ignored;
import io.coffer.policy.retention.Verdict.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Backups for tests: good, automatic and free of anything special unless they say otherwise. */
final class Backups {

  private Backups() {}

  static BackupFacts at(String id, String instant) {
    return new BackupFacts(id, Instant.parse(instant), "available", true, null, null, Set.of());
  }

  /** One at noon UTC of each day, called by its date. */
  static List<BackupFacts> daily(String first, String last) {
    List<BackupFacts> all = new ArrayList<>();
    for (LocalDate day = LocalDate.parse(first);
        !day.isAfter(LocalDate.parse(last));
        day = day.plusDays(1)) {
      all.add(at(day.toString(), day.atTime(12, 0).toInstant(ZoneOffset.UTC).toString()));
    }
    return all;
  }

  static BackupFacts with(BackupFacts b, String status) {
    return new BackupFacts(
        b.id(), b.takenAt(), status, b.automatic(), b.expiredAt(), b.lockedUntil(), b.guards());
  }

  static BackupFacts manual(BackupFacts b) {
    return new BackupFacts(
        b.id(), b.takenAt(), b.status(), false, b.expiredAt(), b.lockedUntil(), b.guards());
  }

  static BackupFacts expiring(BackupFacts b, String expiredAt) {
    return new BackupFacts(
        b.id(),
        b.takenAt(),
        b.status(),
        b.automatic(),
        Instant.parse(expiredAt),
        b.lockedUntil(),
        b.guards());
  }

  static BackupFacts locked(BackupFacts b, String until) {
    return new BackupFacts(
        b.id(),
        b.takenAt(),
        b.status(),
        b.automatic(),
        b.expiredAt(),
        Instant.parse(until),
        b.guards());
  }

  static BackupFacts guarded(BackupFacts b, Guard... guards) {
    return new BackupFacts(
        b.id(),
        b.takenAt(),
        b.status(),
        b.automatic(),
        b.expiredAt(),
        b.lockedUntil(),
        Set.of(guards));
  }

  static RetentionRules newest(int number) {
    return new RetentionRules(number, 0, 0, 0, 0, -1, ZoneOffset.UTC);
  }

  static RetentionRules days(int number) {
    return new RetentionRules(-1, 0, 0, 0, 0, number, ZoneOffset.UTC);
  }

  static RetentionRules tiers(int most, int day, int week, int month, int year) {
    return new RetentionRules(most, day, week, month, year, -1, ZoneOffset.UTC);
  }

  /** A line for each verdict. */
  static List<String> words(List<Verdict> verdicts) {
    return verdicts.stream().map(Backups::word).toList();
  }

  private static String word(Verdict verdict) {
    String id = verdict.backup().id();
    if (verdict instanceof Goes goes) {
      return id + " goes " + goes.cause().word();
    }
    if (verdict instanceof Ignored ignored) {
      return id + " ignored " + ignored.because();
    }
    return id + " " + String.join(" ", ((Kept) verdict).why().stream().map(Why::word).toList());
  }
}
