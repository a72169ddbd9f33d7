package io.coffer.scheduler.retention;

import io.coffer.scheduler.Samples;
import io.coffer.scheduler.backup.BackupCopy;
import io.coffer.scheduler.retention.Explaining.Explained;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Backups and what becomes of them. */
final class Explanations {

  private Explanations() {}

  static Explained staying(String name) {
    return explained(name, Optional.empty());
  }

  static Explained going(String name, Instant at) {
    return explained(name, Optional.of(at));
  }

  /** Of ten bytes. */
  private static Explained explained(String name, Optional<Instant> at) {
    BackupCopy backup =
        new BackupCopy(
            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
            Samples.VAULT,
            "r",
            "resource",
            name,
            "available",
            true,
            10,
            Samples.TIME,
            null);
    return new Explained(backup, at.isEmpty(), List.of("last-1"), at);
  }
}
