package io.coffer.scheduler.fire;

import io.coffer.messaging.round.RoundSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fires are carried out. */
@ConfigMapping(prefix = "coffer.fires")
interface FireSettings extends RoundSettings {

  @Override
  @WithDefault("1s")
  Duration every();

  /** How late a fire may begin where its policy says nothing of it. */
  @WithDefault("60m")
  Duration grace();

  /** After this somebody else may try what was claimed. */
  @WithDefault("15s")
  Duration lease();

  /**
   * Within what time all begin that are due at once, so that who asks meanwhile is still served;
   * zero for as soon as they can.
   */
  @WithDefault("10m")
  Duration spread();

  /** How many may begin at one look, however few are due. */
  @WithDefault("2")
  int least();

  /** How long the fires of one project may hold those that become due next. */
  @WithDefault("1s")
  Duration patience();

  /** How many threads work at once. None of them waits for the inventory. */
  @WithDefault("16")
  int carriers();

  /** How many are claimed at once. */
  @WithDefault("32")
  int batch();
}
