package io.coffer.billing.order;

import io.coffer.messaging.round.RoundSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** How orders are taken, and how one looks for those that nobody paid. */
@ConfigMapping(prefix = "coffer.orders")
public interface OrderSettings extends RoundSettings {

  /** The clock in the ids of orders, and the calendar of months and years. */
  @WithDefault("UTC")
  ZoneId zone();

  /** How long an order waits to be paid. */
  @WithDefault("24h")
  Duration payWithin();

  /** How long before the end of what is paid somebody is told, unless it is renewed by itself. */
  @WithDefault("7d")
  Duration tellBefore();
}
