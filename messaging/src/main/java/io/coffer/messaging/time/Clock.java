package io.coffer.messaging.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The only wall clock. Edges stamp messages with it; decisions read the stamp. */
@ApplicationScoped
public class Clock {

  /**
   * Now, to the millisecond, which is what the API shows and what survives a round trip through
   * every store.
   */
  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
