package io.coffer.policy.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.policy.retention.RetentionRules;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What the {@code operation_definition} of a policy means. It is read from the object that the
 * client sent, which is kept beside it: what was not sent is never made up in an answer.
 *
 * @param fullBackupInterval incremental backups between two full ones; -1 for never a full one
 *     again
 */
public record OperationDefinition(
    RetentionRules retention,
    int fullBackupInterval,
    Optional<String> destinationProjectId,
    Optional<String> destinationRegion,
    boolean enableAcceleration) {

  private static final int UNLIMITED = -1;
  private static final int MOST = 99_999;
  private static final int MOST_LONG_TERM = 100;
  private static final int LONGEST_REGION = 255;
  private static final List<String> COUNTERS =
      List.of("day_backups", "week_backups", "month_backups", "year_backups");

  /** Understands the object at this path of the request, or refuses it. */
  public static OperationDefinition parse(String path, JsonNode value) {
    Fields fields = Fields.of(path, value);
    return new OperationDefinition(
        retention(fields),
        fields.number("full_backup_interval", UNLIMITED, MOST_LONG_TERM, UNLIMITED),
        fields.text("destination_project_id"),
        region(fields),
        fields.flag("enable_acceleration", false));
  }

  private static RetentionRules retention(Fields fields) {
    int maxBackups = fields.number("max_backups", UNLIMITED, MOST, UNLIMITED);
    int days = days(fields);
    List<Integer> counters =
        COUNTERS.stream().map(name -> fields.number(name, 0, MOST_LONG_TERM, 0)).toList();
    boolean longTerm = counters.stream().anyMatch(count -> count > 0);
    if (days > 0 && (maxBackups >= 0 || longTerm)) {
      throw fields.refused(
          "retention_duration_days",
          "cannot be configured together with max_backups, day_backups, week_backups,"
              + " month_backups or year_backups.");
    }
    ZoneOffset timezone = timezone(fields, longTerm);
    if (maxBackups == 0 && !longTerm) {
      throw fields.refused(
          "max_backups",
          "may be 0 only with day_backups, week_backups, month_backups or year_backups: no backup"
              + " would be kept.");
    }
    return new RetentionRules(
        maxBackups,
        counters.get(0),
        counters.get(1),
        counters.get(2),
        counters.get(3),
        days,
        timezone);
  }

  private static int days(Fields fields) {
    int days = fields.number("retention_duration_days", UNLIMITED, MOST, UNLIMITED);
    if (days == 0) {
      throw fields.refused("retention_duration_days", "must be -1 or 1 to 99999.");
    }
    return days;
  }

  /** Without long-term counters it says nothing, so that anything may stand there. */
  private static ZoneOffset timezone(Fields fields, boolean needed) {
    Optional<String> text = fields.text("timezone");
    if (!needed) {
      return ZoneOffset.UTC;
    }
    return text.flatMap(Timezone::offset)
        .orElseThrow(
            () ->
                fields.refused(
                    "timezone",
                    "is mandatory with day_backups, week_backups, month_backups or year_backups,"
                        + " for example UTC+08:00."));
  }

  private static Optional<String> region(Fields fields) {
    Optional<String> region = fields.text("destination_region");
    if (region.isPresent()
        && !region.get().matches("[\\p{L}\\p{Nd}_-]{0," + LONGEST_REGION + "}")) {
      throw fields.refused(
          "destination_region",
          "must have 0 to 255 characters, only letters, digits, underscores and hyphens.");
    }
    return region;
  }
}
