package io.coffer.systemtests.flow;

import io.coffer.systemtests.stack.RunningStack;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The scheduler's clock. Each start puts it ahead, so that nobody waits for a full minute. */
final class SchedulerClock {

  private static final String SCHEDULER = "policy-scheduler";

  private final RunningStack stack;
  private Duration ahead = Duration.ZERO;

  private static final Duration OTHER_WORK = Duration.ofSeconds(4);

  /** How long before a full minute the scheduler is started. */
  private Duration lead = Duration.ofSeconds(10);

  SchedulerClock(RunningStack stack) {
    this.stack = stack;
  }

  ZonedDateTime now() {
    return ZonedDateTime.now(ZoneOffset.UTC).plus(ahead);
  }

  /** A full minute that is near, but not so near that a policy cannot be made for it. */
  ZonedDateTime soon() {
    while (true) {
      ZonedDateTime now = now();
      ZonedDateTime moment = minuteAfter(now);
      Duration left = Duration.between(now, moment);
      if (left.compareTo(lead.dividedBy(4)) > 0 && left.compareTo(lead) <= 0) {
        return moment;
      }
      kill();
      start();
    }
  }

  void kill() {
    stack.kill(SCHEDULER);
  }

  /** Starts the scheduler shortly before the next full minute of its clock. */
  void start() {
    long began = System.nanoTime();
    ZonedDateTime then = now().plus(lead);
    ahead = ahead.plus(Duration.between(then, minuteAfter(then)));
    stack.coffer(Map.of("COFFER_CLOCK_AHEAD", ahead.toString()), "up", SCHEDULER).ok();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    lead = took.multipliedBy(2).plus(OTHER_WORK); // as slow as the machine is now
  }

  /** Starts it with the time that everybody has. */
  void end() {
    kill();
    stack.up();
  }

  private static ZonedDateTime minuteAfter(ZonedDateTime time) {
    return time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
  }
}
