package io.coffer.messaging.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The only wall clock. Edges stamp messages with it; decisions read the stamp. */
@ApplicationScoped
public class Clock {

  private final Duration ahead;

  /** The machine's. */
  public Clock() {
    this(Duration.ZERO);
  }

  /** One that is wrong by so much, to see what becomes of a service whose clock is. */
  @Inject
  Clock(@ConfigProperty(name = "coffer.clock.ahead", defaultValue = "0s") Duration ahead) {
    this.ahead = ahead;
  }

  /**
   * Now, to the millisecond, which is what the API shows and what survives a round trip through
   * every store.
   */
  public Instant now() {
    return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
  }
}
