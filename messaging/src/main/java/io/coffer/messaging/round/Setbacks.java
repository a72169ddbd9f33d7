package io.coffer.messaging.round;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * What fails in rounds is left alone for longer each time: it is tried again in the next round,
 * then after a minute and twice as long each time, up to six hours. A process keeps that to itself,
 * so that one that starts anew tries everything at once.
 */
public final class Setbacks {

  private static final Logger LOG = Logger.getLogger(Setbacks.class);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final Doubling PAUSE = new Doubling(Duration.ofMinutes(1), LONGEST);

  private final Map<UUID, Setback> known = new ConcurrentHashMap<>();

  private record Setback(int failures, Instant since, Instant until) {

    static Setback after(Setback before, Instant now) {
      int failures = before == null ? 1 : before.failures() + 1;
      return new Setback(failures, now, failures == 1 ? now : now.plus(PAUSE.after(failures - 1)));
    }

    /** A clock that went back ends it. */
    boolean lasts(Instant now) {
      return !now.isBefore(since) && now.isBefore(until);
    }
  }

  /** Whether what is due is left alone now. */
  public boolean last(UUID id, Instant now) {
    Setback before = known.get(id);
    return before != null && before.lasts(now);
  }

  /**
   * Does what is due unless it is left alone. A failure is told in the log.
   *
   * @param id of what is due, the same each time
   * @param what is due, as {@code key=value}
   * @return whether it is done
   */
  public boolean attempt(UUID id, String what, Instant now, Runnable work) {
    if (last(id, now)) {
      return false;
    }
    try {
      work.run();
      known.remove(id);
      return true;
    } catch (RuntimeException e) {
      Setback setback = known.compute(id, (same, last) -> Setback.after(last, now));
      LOG.errorf(e, "left alone until=%s: %s", setback.until(), what);
      known.values().removeIf(old -> old.until().plus(LONGEST).isBefore(now));
      return false;
    }
  }
}
