package io.coffer.policy.retention;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a backup stands among those that count: which newest one it is, and for each tier, which
 * newest bucket it stands for, or 0 where another one stands for its bucket. All count from 1.
 */
record Standing(int position, Map<Tier, Integer> buckets) {

  /** Of each backup that counts, by its id, from the newest to the oldest. */
  static Map<String, Standing> of(List<BackupFacts> counted, RetentionRules rules) {
    List<BackupFacts> newestFirst = counted.stream().sorted(BackupFacts.NEWEST_FIRST).toList();
    Map<String, Standing> all = new LinkedHashMap<>();
    Map<Tier, Integer> numbers = new EnumMap<>(Tier.class);
    Map<Tier, Long> last = new EnumMap<>(Tier.class);
    for (BackupFacts backup : newestFirst) {
      Map<Tier, Integer> buckets = new EnumMap<>(Tier.class);
      for (Tier tier : Tier.values()) {
        Long bucket = tier.bucket(rules.day(backup.takenAt()));
        boolean newest = !bucket.equals(last.put(tier, bucket));
        buckets.put(tier, newest ? numbers.merge(tier, 1, Integer::sum) : 0);
      }
      all.put(backup.id(), new Standing(all.size() + 1, buckets));
    }
    return all;
  }

  /** Why a rule by quantity keeps it; nothing where it does not. */
  List<Why> why(RetentionRules rules) {
    List<Why> why = new ArrayList<>();
    if (position <= rules.maxBackups()) {
      why.add(new Why.Last(position));
    }
    buckets.forEach(
        (tier, number) -> {
          if (number > 0 && number <= rules.count(tier)) {
            why.add(new Why.Newest(tier, number));
          }
        });
    return why;
  }
}
