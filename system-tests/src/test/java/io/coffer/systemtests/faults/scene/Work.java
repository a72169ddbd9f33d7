package io.coffer.systemtests.faults.scene;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/** The kinds of work that faults strike, each with the time within which most of it happens. */
public enum Work {
  CREATE_VAULT(1500, CreatedVaults::new),
  BACKUP(2000, TakenBackup::new),
  RESTORE(800, RestoredBackup::new),
  DELETE_BACKUP(500, DeletedBackup::new),
  DELETE_VAULT(500, DeletedVault::new);

  private final int spanMillis;
  private final Preparation preparation;

  Work(int spanMillis, Preparation preparation) {
    this.spanMillis = spanMillis;
    this.preparation = preparation;
  }

  /** Makes what the work needs. */
  public Scene prepare(Stage stage) throws IOException {
    return preparation.prepare(stage);
  }

  /** How long before a fault its first request leaves. */
  public Duration lead(Random random) {
    return Duration.ofMillis(random.nextInt(spanMillis));
  }

  /** For people. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private interface Preparation {
    Scene prepare(Stage stage) throws IOException;
  }
}
