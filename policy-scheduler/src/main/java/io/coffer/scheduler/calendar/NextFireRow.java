package io.coffer.scheduler.calendar;

import io.coffer.owner.column.TextList;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** When a policy fires next for a vault. It is computed again in a rebuild, and is no fold. */
@Entity
@Table(schema = "plumbing", name = "next_fire")
class NextFireRow {

  @Id UUID id;

  String project;

  UUID policyId;

  UUID vaultId;

  @Convert(converter = TextList.class)
  List<String> pattern;

  String scheduleTimezone;

  Instant anchor;

  Integer windowMinutes;

  Instant moment;

  Instant endsAt;

  Instant leasedUntil;

  NextFire state() {
    return new NextFire(policyId, vaultId, moment, endsAt, timetable());
  }

  Timetable timetable() {
    return new Timetable(pattern, scheduleTimezone, anchor, windowMinutes);
  }
}
