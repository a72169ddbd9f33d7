package io.coffer.billing.dbom;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What an instance is, or is becoming. One that is gone has none. */
public enum InstanceStatus {
  CREATING("BUILD", "NO_TASK", Duration.ofMinutes(30)),
  RUNNING("ACTIVE", "NO_TASK", null),
  STOPPING("ACTIVE", "powering-off", Duration.ofMinutes(10)),
  STOPPED("SHUTOFF", "NO_TASK", null),
  STARTING("SHUTOFF", "powering-on", Duration.ofMinutes(10)),
  REBOOTING("ACTIVE", "rebooting", Duration.ofMinutes(10)),
  DELETING("DELETING", "delete_wait", Duration.ofMinutes(30)),
  ERROR("ERROR", "NO_TASK", null);

  private final String wire;
  private final String task;
  private final Duration patience;

  InstanceStatus(String wire, String task, Duration patience) {
    this.wire = wire;
    this.task = task;
    this.patience = patience;
  }

  /** The value of {@code status}. */
  String wire() {
    return wire;
  }

  /** The value of {@code task_status}. */
  String task() {
    return task;
  }

  /** After how long it went wrong; empty for a state that lasts. */
  Optional<Duration> patience() {
    return Optional.ofNullable(patience);
  }

  /** The word that people read. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
