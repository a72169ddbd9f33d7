package io.coffer.billing.arrears;

import io.coffer.messaging.round.RoundSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is owed for use has no consequences, and which it has then. */
@ConfigMapping(prefix = "coffer.arrears")
public interface ArrearsSettings extends RoundSettings {

  /** How long what is paid by use goes on before it is closed. */
  @WithDefault("15d")
  Duration grace();

  /** How long it is kept before it is deleted. */
  @WithDefault("15d")
  Duration retention();

  /** How often what is owed is looked at again, once it is closed. */
  @WithDefault("1d")
  Duration retry();
}
