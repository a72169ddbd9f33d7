package io.coffer.scheduler.fire;

import io.coffer.messaging.round.Rounds;
import io.coffer.messaging.time.Clock;
import io.coffer.scheduler.calendar.NextFireTable;
import io.coffer.scheduler.calendar.NextFireTable.Backlog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Shows operators how fires stand: {@code coffer_fires_late}, {@code coffer_fires_missed} and
 * {@code coffer_fires_oldest_unfinished_seconds}. Every replica shows the same.
 */
@ApplicationScoped
public class FireMeters {

  /** After the last that had to wait for others should have begun. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration LATELY = Duration.ofDays(1);

  private final NextFireTable table;
  private final Clock clock;
  private final boolean enabled;
  private final Duration late;
  private final Rounds rounds = new Rounds("fire-meters", this::look);

  private volatile Backlog shown = new Backlog(0, 0, null);

  FireMeters(NextFireTable table, Clock clock, FireSettings settings, MeterRegistry meters) {
    this.table = table;
    this.clock = clock;
    this.enabled = settings.enabled();
    this.late = settings.spread().plus(LATE);
    meters.gauge("coffer.fires.late", this, own -> own.shown.late());
    meters.gauge("coffer.fires.missed", this, own -> own.shown.missed());
    meters.gauge("coffer.fires.oldest.unfinished.seconds", this, FireMeters::oldestSeconds);
  }

  void start(@Observes StartupEvent started) {
    if (enabled) {
      rounds.begin(PAUSE);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    rounds.close();
  }

  /** Reads what is shown from now on. */
  public void look() {
    shown = table.backlog(clock.now(), late, LATELY);
  }

  private double oldestSeconds() {
    Backlog backlog = shown;
    return backlog.oldest() == null
        ? 0
        : Math.max(0, Duration.between(backlog.oldest(), clock.now()).toMillis() / 1000.0);
  }
}
