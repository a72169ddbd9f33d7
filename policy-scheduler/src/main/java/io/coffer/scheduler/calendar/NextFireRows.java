package io.coffer.scheduler.calendar;

import io.coffer.contracts.DerivedId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rows of a policy that begins to act for vaults, and of what acted for them before.
 *
 * @param like a row of its timetable, of no vault yet
 * @param from when it begins
 * @param open what acts for vaults until then
 * @param covered until when something was done about its moments, or will be, by vault
 */
record NextFireRows(
    NextFireRow like, Instant from, List<NextFireRow> open, Map<UUID, Instant> covered) {

  /** The rows that come, and those that go. */
  record Change(List<NextFireRow> made, List<NextFireRow> gone) {}

  /** Ends what acted for these vaults. Those for which this timetable acts already go on. */
  Change of(List<UUID> vaults) {
    Change change = new Change(new ArrayList<>(), new ArrayList<>());
    vaults.forEach(vault -> begin(vault, change));
    return change;
  }

  static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private void begin(UUID vault, Change change) {
    List<NextFireRow> before = open.stream().filter(row -> row.vaultId.equals(vault)).toList();
    if (before.stream().anyMatch(this::isSame)) {
      return;
    }
    Instant begin = later(from, covered.getOrDefault(vault, from));
    UUID id = DerivedId.of(like.policyId, vault + "/" + begin);
    NextFireRow row = null;
    for (NextFireRow ending : before) {
      if (ending.id.equals(id)) {
        row = ending; // another change of the same moment
      } else if (ending.moment.isAfter(from)) {
        change.gone().add(ending);
      } else {
        ending.endsAt = from;
      }
    }
    if (row == null) {
      row = new NextFireRow();
      row.id = id;
      row.vaultId = vault;
      change.made().add(row);
    }
    describe(row, begin);
  }

  private boolean isSame(NextFireRow row) {
    return row.policyId.equals(like.policyId) && row.timetable().equals(like.timetable());
  }

  private void describe(NextFireRow row, Instant begin) {
    row.project = like.project;
    row.policyId = like.policyId;
    row.pattern = like.pattern;
    row.scheduleTimezone = like.scheduleTimezone;
    row.anchor = like.anchor;
    row.windowMinutes = like.windowMinutes;
    row.moment = like.timetable().calendar().nextAfter(begin);
    row.leasedUntil = null;
  }
}
