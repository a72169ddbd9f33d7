package io.coffer.billing.dbom.machine;

import java.time.Instant;
import java.util.UUID;

/** Where instances are. */
public interface Machine {

  /**
   * How far an instance is. Blocks. Whatever is looked at twice is found alike, until it moves on.
   *
   * @param task what is being done with it, such as {@code creating}
   * @param since when that began
   */
  Finding look(UUID instance, String task, Instant since, Instant now);
}
