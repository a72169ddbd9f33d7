package io.coffer.scheduler.retention;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.owner.time.WireTime;
import io.coffer.scheduler.retention.Explaining.Explained;
import java.util.List;
import java.util.UUID;

/** A backup and what becomes of it, on the wire. */
@JsonNaming(SnakeCaseStrategy.class)
record OutlookView(
    UUID backupId,
    String backupName,
    UUID vaultId,
    String resourceId,
    String resourceName,
    String status,
    boolean automatic,
    String takenAt,
    long bytes,
    boolean kept,
    List<String> reasons,
    String goesAt) {

  /** Of all backups of a policy. */
  record Explanation(List<OutlookView> backups, long count, int limit, int offset) {}

  /**
   * What a rule would do.
   *
   * @param keptCount how many backups stay, as far as can be seen
   * @param count how many go, of which {@code backups} tells some
   * @param bytes what those that go have added
   * @param bytesNext what those of them have added that go with the next run or at once
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record Forecast(
      List<OutlookView> backups,
      long count,
      long keptCount,
      long bytes,
      long bytesNext,
      int limit,
      int offset) {}

  static OutlookView of(Explained one) {
    return new OutlookView(
        one.backup().id(),
        one.backup().name(),
        one.backup().vaultId(),
        one.backup().resourceId(),
        one.backup().resourceName(),
        one.backup().status(),
        one.backup().automatic(),
        WireTime.offset(one.backup().takenAt()),
        one.backup().storedBytes(),
        one.kept(),
        one.reasons(),
        one.at().map(WireTime::offset).orElse(null));
  }
}
