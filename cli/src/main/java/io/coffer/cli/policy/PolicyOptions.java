package io.coffer.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Option;

/** When a policy acts and what it keeps, as options of a command. */
final class PolicyOptions {

  /** What says together how long backups are kept. */
  private static final List<String> KEEPING =
      List.of(
          "max_backups",
          "retention_duration_days",
          "day_backups",
          "week_backups",
          "month_backups",
          "year_backups");

  @Option(
      names = "--pattern",
      paramLabel = "RULE",
      description =
          "When it acts, for example \"FREQ=DAILY;INTERVAL=1;BYHOUR=2;BYMINUTE=00\", in UTC;"
              + " may be repeated.")
  private List<String> patterns;

  @Option(
      names = "--schedule-timezone",
      paramLabel = "ZONE",
      description = "The clock that the rules read, for example Europe/Berlin.")
  private String scheduleTimezone;

  @Option(names = "--keep", paramLabel = "N", description = "Keep the newest N backups.")
  private Integer maxBackups;

  @Option(names = "--keep-for", paramLabel = "DAYS", description = "Keep each backup so long.")
  private Integer days;

  @Option(names = "--keep-daily", paramLabel = "N", description = "And the last of N days.")
  private Integer daily;

  @Option(names = "--keep-weekly", paramLabel = "N", description = "And the last of N weeks.")
  private Integer weekly;

  @Option(names = "--keep-monthly", paramLabel = "N", description = "And the last of N months.")
  private Integer monthly;

  @Option(names = "--keep-yearly", paramLabel = "N", description = "And the last of N years.")
  private Integer yearly;

  @Option(
      names = "--timezone",
      paramLabel = "OFFSET",
      description = "Where days begin, for example UTC+08:00.")
  private String timezone;

  @Option(
      names = "--full-interval",
      paramLabel = "N",
      description = "A full backup after N incremental ones; -1 for never again.")
  private Integer fullInterval;

  @Option(names = "--region", description = "The region that copies go to.")
  private String region;

  @Option(
      names = "--destination-project",
      paramLabel = "ID",
      description = "The project that copies go to.")
  private String destinationProject;

  /** What is kept; empty when no option says so. */
  ObjectNode definition() {
    ObjectNode definition = JsonNodeFactory.instance.objectNode();
    put(definition, "max_backups", maxBackups);
    put(definition, "retention_duration_days", days);
    put(definition, "day_backups", daily);
    put(definition, "week_backups", weekly);
    put(definition, "month_backups", monthly);
    put(definition, "year_backups", yearly);
    put(definition, "full_backup_interval", fullInterval);
    put(definition, "timezone", timezone);
    put(definition, "destination_region", region);
    put(definition, "destination_project_id", destinationProject);
    return definition;
  }

  /**
   * A definition with what the options say in place of what it said. How long backups are kept is
   * one thing: a number and days that were there do not stay behind.
   */
  ObjectNode over(JsonNode known) {
    ObjectNode definition = JsonNodeFactory.instance.objectNode();
    known.properties().forEach(field -> definition.set(field.getKey(), field.getValue()));
    ObjectNode chosen = definition();
    if (KEEPING.stream().anyMatch(chosen::has)) {
      definition.remove(KEEPING);
    }
    definition.setAll(chosen);
    return definition;
  }

  /** When it acts; empty when no option says so. */
  ObjectNode trigger() {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    if (patterns != null) {
      ArrayNode rules = properties.putArray("pattern");
      patterns.forEach(rules::add);
    }
    put(properties, "x_schedule_timezone", scheduleTimezone);
    ObjectNode trigger = JsonNodeFactory.instance.objectNode();
    return properties.isEmpty() ? trigger : trigger.set("properties", properties);
  }

  private static void put(ObjectNode object, String field, Object value) {
    if (value != null) {
      object.putPOJO(field, value);
    }
  }
}
