package io.coffer.messaging.round;

import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.time.Clock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;

/**
 * Looks in rounds for what is due and has the service told of each. Every replica does, and keeps
 * nothing of its own but what failed: that is left alone for longer each time, and holds nothing
 * else up.
 *
 * @param <D> something that is due
 */
public abstract class DueLoop<D> {

  private final String name;
  private final RoundSettings settings;
  private final LocalDispatch messages;
  private final Clock clock;
  private final Setbacks setbacks = new Setbacks();
  private final Rounds rounds;

  /**
   * @param name of the thread, and of what is told where something fails
   */
  protected DueLoop(String name, RoundSettings settings, LocalDispatch messages, Clock clock) {
    this.name = name;
    this.settings = settings;
    this.messages = messages;
    this.clock = clock;
    this.rounds = new Rounds(name, this::tick);
  }

  /**
   * A page of what is due now, in an order of its own. Blocks.
   *
   * @param last behind which the page is; null for the first one
   * @return empty for no more
   */
  protected abstract List<D> due(Instant now, D last);

  /** What is told about it; null for nothing yet. */
  protected abstract DueMessage about(D due, Instant now);

  /** What was told about it is done. */
  protected void done(D due) {}

  void start(@Observes StartupEvent started) {
    if (settings.enabled()) {
      rounds.begin(settings.every());
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    rounds.close();
  }

  /** Has everything told of whose time has come, or comes meanwhile; how many that were. */
  public int tick() {
    Instant now = clock.now();
    int seen = 0;
    List<D> page = due(now, null);
    while (!page.isEmpty()) {
      for (D due : page) {
        tell(due, now);
      }
      seen += page.size();
      now = clock.now();
      page = due(now, page.get(page.size() - 1));
    }
    return seen;
  }

  private void tell(D due, Instant now) {
    DueMessage told = about(due, now);
    if (told == null) {
      return;
    }
    setbacks.attempt(
        told.id(),
        "loop=" + name + " project=" + told.project() + " due=" + told.message(),
        now,
        () -> {
          messages.give(told.id(), told.type(), now, told.project(), told.message());
          done(due);
        });
  }
}
