package io.coffer.policy.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a policy keeps: a number of backups with long-term tiers beside it, or each for some days,
 * or all. Numbers are effective ones: -1 for a number or for days means that they limit nothing.
 *
 * @param timezone whose days, weeks, months and years the tiers count
 */
public record RetentionRules(
    int maxBackups,
    int dayBackups,
    int weekBackups,
    int monthBackups,
    int yearBackups,
    int retentionDurationDays,
    ZoneOffset timezone) {

  private static final RetentionRules PERMANENT =
      new RetentionRules(-1, 0, 0, 0, 0, -1, ZoneOffset.UTC);

  public RetentionRules {
    boolean longTerm = dayBackups > 0 || weekBackups > 0 || monthBackups > 0 || yearBackups > 0;
    if (retentionDurationDays > 0 && (maxBackups >= 0 || longTerm)) {
      throw new IllegalArgumentException("a rule goes by time or by quantity");
    }
    if (maxBackups == 0 && !longTerm) {
      throw new IllegalArgumentException("a rule that keeps nothing");
    }
  }

  /** Keeps everything; what has an expiry of its own still goes. */
  public static RetentionRules permanent() {
    return PERMANENT;
  }

  /** Whether the number of backups decides which of them stay. */
  public boolean byQuantity() {
    return maxBackups >= 0;
  }

  /** Until when a backup made at this instant is kept, where the rule goes by time. */
  public Optional<Instant> expiryOf(Instant createdAt) {
    return retentionDurationDays > 0
        ? Optional.of(createdAt.plus(Duration.ofDays(retentionDurationDays)))
        : Optional.empty();
  }

  int count(Tier tier) {
    return switch (tier) {
      case DAY -> dayBackups;
      case WEEK -> weekBackups;
      case MONTH -> monthBackups;
      case YEAR -> yearBackups;
    };
  }

  LocalDate day(Instant instant) {
    return instant.atOffset(timezone).toLocalDate();
  }
}
