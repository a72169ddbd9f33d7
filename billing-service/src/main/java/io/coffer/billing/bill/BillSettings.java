package io.coffer.billing.bill;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** How hours are closed and billed. */
@ConfigMapping(prefix = "coffer.bills")
interface BillSettings {

  /** Whether this process closes hours. */
  @WithDefault("true")
  boolean enabled();

  /** How often it looks for hours that are over. */
  @WithDefault("5s")
  Duration every();

  /** How long after its end an hour is closed; what is heard of later closes it again. */
  @WithDefault("2m")
  Duration patience();

  /** After this somebody else may close what was claimed. */
  @WithDefault("15s")
  Duration lease();

  /** How many hours are claimed at once. */
  @WithDefault("32")
  int batch();

  /** Where months begin. */
  @WithDefault("UTC")
  ZoneId zone();

  /** The region of projects that the accounts say nothing of. */
  @WithDefault("region-1")
  String region();

  /** The file with the accounts. */
  Optional<Path> accounts();
}
