package io.coffer.contracts.vault;

import java.time.Instant;
import java.util.UUID;

/** What is told of each operation that ended without a result. */
public interface OperationFailed {

  /** The operation log that tells how it went. */
  UUID operationId();

  /** A documented code. */
  String code();

  /** What failed, never a secret. */
  String message();

  /** Whether the time ran out. */
  default boolean timedOut() {
    return false;
  }

  Instant failedAt();
}
