package io.coffer.policy.vector;

import io.coffer.policy.definition.OperationDefinition;
import io.coffer.policy.retention.BackupFacts;
import io.coffer.policy.retention.Guard;
import io.coffer.policy.retention.RetentionRules;
import io.coffer.policy.retention.Sweep;
import io.coffer.policy.retention.Verdict;
import io.coffer.policy.retention.Verdict.Goes;
import io.coffer.policy.retention.Verdict.Ignored;
import io.coffer.policy.retention.Verdict.Kept;
import io.coffer.policy.retention.Why;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of vectors about what is kept. */
final class RetentionEvaluations {

  /** Reasons that say something which can be wrong; other words are for people. */
  private static final Pattern EXACT =
      Pattern.compile("(last|daily|weekly|monthly|yearly)-[0-9]+|until .*|guard:.*");

  private static final Set<String> STATES = Set.of("error", "protecting", "deleting");

  private RetentionEvaluations() {}

  static String retention(Input input, Input expected) {
    RetentionRules rules =
        OperationDefinition.parse("operation_definition", input.at("operation_definition").value())
            .retention();
    Map<String, Set<String>> keep = new TreeMap<>();
    Map<String, String> delete = new TreeMap<>();
    Map<String, String> ignored = new TreeMap<>();
    for (Verdict verdict :
        Sweep.byRule(rules, backups(input), input.at("now").instant(), input.flag("running"))) {
      String id = verdict.backup().id();
      if (verdict instanceof Kept kept) {
        keep.put(id, words(kept.why().stream().map(Why::word).toList()));
      } else if (verdict instanceof Goes goes) {
        delete.put(id, goes.cause().word());
      } else if (verdict instanceof Ignored other) {
        ignored.put(id, state(other.because()));
      }
    }
    Map<String, Set<String>> wantedKeep = new TreeMap<>();
    expected
        .at("keep")
        .members()
        .forEach((id, why) -> wantedKeep.put(id, words(why.list(Input::text))));
    Difference difference = new Difference();
    each("keep", wantedKeep, keep, difference);
    each("delete", texts(expected.at("delete")), delete, difference);
    Map<String, String> wantedIgnored = texts(expected.at("ignored"));
    wantedIgnored.replaceAll((id, because) -> state(because));
    each("ignored", wantedIgnored, ignored, difference);
    return difference.line();
  }

  static String failedSweep(Input input, Input expected) {
    Instant now = input.at("now").instant();
    Set<String> keep = new TreeSet<>();
    Set<String> delete = new TreeSet<>();
    for (Verdict verdict : Sweep.verdicts(RetentionRules.permanent(), backups(input), now, false)) {
      (verdict instanceof Goes ? delete : keep).add(verdict.backup().id());
    }
    return new Difference()
        .compare("keep", new TreeSet<>(expected.at("keep").list(Input::text)), keep)
        .compare("delete", new TreeSet<>(expected.at("delete").list(Input::text)), delete)
        .line();
  }

  private static List<BackupFacts> backups(Input input) {
    List<BackupFacts> backups = input.at("backups").list(RetentionEvaluations::backup);
    if (backups.stream().map(BackupFacts::id).distinct().count() < backups.size()) {
      throw new Malformed(input.at("backups").path() + " has an id twice");
    }
    return backups;
  }

  private static BackupFacts backup(Input backup) {
    Input taken = backup.at("protected_at");
    Input status = backup.at("status");
    return new BackupFacts(
        backup.at("id").text(),
        taken.present() ? taken.instant() : backup.at("created_at").instant(),
        status.present() ? status.text() : "available",
        automatic(backup),
        backup.at("expired_at").instantOrNull(),
        backup.at("locked_until").instantOrNull(),
        Arrays.stream(Guard.values())
            .filter(guard -> backup.flag(guard.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toSet()));
  }

  /** It is, unless the vector says otherwise in one of its words. */
  private static boolean automatic(Input backup) {
    return !backup.flag("manual")
        && Stream.of("automatic", "auto_trigger", "auto")
            .noneMatch(name -> backup.at(name).present() && !backup.flag(name));
  }

  private static Map<String, String> texts(Input object) {
    Map<String, String> texts = new TreeMap<>();
    object.members().forEach((id, text) -> texts.put(id, text.text()));
    return texts;
  }

  private static <T> void each(
      String what, Map<String, T> expected, Map<String, T> actual, Difference difference) {
    Set<String> ids = new TreeSet<>(expected.keySet());
    ids.addAll(actual.keySet());
    ids.forEach(id -> difference.compare(what + " " + id, expected.get(id), actual.get(id)));
  }

  private static Set<String> words(List<String> reasons) {
    return reasons.stream()
        .map(reason -> EXACT.matcher(reason).matches() ? reason : "kept")
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String state(String because) {
    return STATES.contains(because) ? because : "left alone";
  }
}
