package io.coffer.messaging.testing;

import io.coffer.messaging.time.Clock;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;

/** A clock that a test turns. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TurnedClock extends Clock {

  private volatile Instant shown;

  /** Shows this time from now on; null for the true one. */
  public void show(Instant time) {
    shown = time;
  }

  /** Shows a time so much later from now on. */
  public void pass(Duration time) {
    show(now().plus(time));
  }

  @Override
  public Instant now() {
    return shown == null ? super.now() : shown;
  }
}
