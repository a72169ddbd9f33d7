package io.coffer.vault.operationlog;

/** How a task stands; constants are the values on the wire. */
public enum OperationStatus {
  success,
  skipped,
  failed,
  running,
  timeout,
  waiting;

  /** Whether nothing more will happen to it. */
  public boolean isOver() {
    return this != waiting && this != running;
  }
}
