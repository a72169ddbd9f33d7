package io.coffer.billing.bill;

import io.coffer.messaging.round.RoundSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** How hours are closed and billed. */
@ConfigMapping(prefix = "coffer.bills")
interface BillSettings extends RoundSettings {

  /** How long after its end an hour is closed; what is heard of later closes it again. */
  @WithDefault("2m")
  Duration patience();

  /** After this somebody else may close what was claimed. */
  @WithDefault("15s")
  Duration lease();

  /** How many projects are claimed at once. */
  @WithDefault("32")
  int batch();

  /**
   * How much there is to count in a part of an hour, which is one message: a line may have 600
   * bytes, a message 900,000.
   */
  @WithDefault("1000")
  int part();

  /** Where months begin. */
  @WithDefault("UTC")
  ZoneId zone();

  /** The region of projects that the accounts say nothing of. */
  @WithDefault("region-1")
  String region();

  /** The file with the accounts. */
  Optional<Path> accounts();
}
