package io.coffer.billing.metering;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Adds up what vaults use over time. What it says depends on what happened and when, not on the
 * order in which that was heard of, nor on how often.
 */
public final class Meter {

  /** The unit of usage. */
  public static final Duration HOUR = Duration.ofHours(1);

  private static final BigInteger GIGABYTE = BigInteger.ONE.shiftLeft(30);

  private Meter() {}

  /**
   * What each vault used in an hour, in the order of their ids.
   *
   * @param levels how vaults stood when the hour began; one that is not among them began later
   * @param changes at least those within the hour
   */
  public static List<VaultUsage> hour(
      Instant begin, Collection<VaultLevel> levels, Collection<? extends UsageChange> changes) {
    Instant end = begin.plus(HOUR);
    Map<UUID, List<UsageChange>> within =
        changes.stream()
            .filter(change -> !change.at().isBefore(begin) && change.at().isBefore(end))
            .distinct()
            .collect(groupingBy(UsageChange::vaultId));
    Map<UUID, VaultLevel> vaults = new TreeMap<>();
    within.keySet().forEach(id -> vaults.put(id, VaultLevel.none(id)));
    levels.forEach(level -> vaults.put(level.vaultId(), level));
    List<VaultUsage> usage = new ArrayList<>();
    vaults.forEach(
        (id, level) ->
            usage.addAll(
                new OneVault(level, begin).until(end, within.getOrDefault(id, List.of()))));
    return usage;
  }

  /** Walks through an hour from change to change. */
  private static final class OneVault {

    private final List<VaultUsage> usage = new ArrayList<>();
    private final UUID vaultId;
    private long bytes;
    private VaultTerms terms;
    private final long termsSeq;
    private Instant at;

    OneVault(VaultLevel level, Instant begin) {
      vaultId = level.vaultId();
      bytes = level.bytes();
      terms = level.terms();
      termsSeq = level.termsSeq();
      at = begin;
    }

    List<VaultUsage> until(Instant end, List<UsageChange> changes) {
      for (UsageChange change : inTime(changes)) {
        pass(change.at());
        if (change instanceof UsageChange.Bytes more) {
          bytes += more.delta();
        } else if (change instanceof UsageChange.Terms now) {
          terms = now.terms();
        }
      }
      pass(end);
      return usage;
    }

    /** Terms hold in the order of their numbers, and none before the one that it replaces. */
    private List<UsageChange> inTime(List<UsageChange> changes) {
      List<UsageChange> sorted = new ArrayList<>();
      Instant latest = at;
      for (UsageChange.Terms one :
          changes.stream()
              .filter(UsageChange.Terms.class::isInstance)
              .map(UsageChange.Terms.class::cast)
              .filter(one -> one.seq() > termsSeq)
              .sorted(Comparator.comparingLong(UsageChange.Terms::seq))
              .toList()) {
        latest = one.at().isBefore(latest) ? latest : one.at();
        sorted.add(new UsageChange.Terms(vaultId, latest, one.seq(), one.terms()));
      }
      changes.stream().filter(UsageChange.Bytes.class::isInstance).forEach(sorted::add);
      sorted.sort(Comparator.comparing(UsageChange::at));
      return sorted;
    }

    private void pass(Instant to) {
      BigInteger millis = BigInteger.valueOf(Duration.between(at, to).toMillis());
      at = to;
      if (terms == null || millis.signum() == 0) {
        return;
      }
      BigInteger capacity = GIGABYTE.multiply(BigInteger.valueOf(terms.sizeGb()));
      BigInteger stored = BigInteger.valueOf(bytes).max(BigInteger.ZERO);
      add(
          new VaultUsage(
              vaultId,
              terms,
              capacity.multiply(millis),
              stored.multiply(millis),
              stored.subtract(capacity).max(BigInteger.ZERO).multiply(millis)));
    }

    private void add(VaultUsage more) {
      for (int i = 0; i < usage.size(); i++) {
        if (usage.get(i).terms().chargedLike(more.terms())) {
          usage.set(i, usage.get(i).plus(more));
          return;
        }
      }
      usage.add(more);
    }
  }
}
