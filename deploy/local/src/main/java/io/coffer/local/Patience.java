package io.coffer.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something outside this JVM that announces itself to nobody. */
public final class Patience {

  private static final long STEP_MILLIS = 25;

  private Patience() {}

  /** Asks again and again until the answer is yes; false when the time is over first. */
  public static boolean until(Duration limit, BooleanSupplier happened) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      if (happened.getAsBoolean()) {
        return true;
      }
      if (System.nanoTime() >= deadline) {
        return false;
      }
      try {
        Thread.sleep(STEP_MILLIS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
