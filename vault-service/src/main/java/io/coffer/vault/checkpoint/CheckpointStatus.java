package io.coffer.vault.checkpoint;

/** How a restore point stands; constants are values on the wire. */
public enum CheckpointStatus {
  protecting,
  available,
  error
}
