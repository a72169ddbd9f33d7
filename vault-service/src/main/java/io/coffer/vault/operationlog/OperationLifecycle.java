package io.coffer.vault.operationlog;

import static io.coffer.vault.operationlog.OperationLifecycle.Happening.FAILED;
import static io.coffer.vault.operationlog.OperationLifecycle.Happening.OPENED;
import static io.coffer.vault.operationlog.OperationLifecycle.Happening.SKIPPED;
import static io.coffer.vault.operationlog.OperationLifecycle.Happening.STARTED;
import static io.coffer.vault.operationlog.OperationLifecycle.Happening.SUCCEEDED;
import static io.coffer.vault.operationlog.OperationLifecycle.Happening.TIMED_OUT;

import io.coffer.owner.lifecycle.Lifecycle;
import io.coffer.owner.lifecycle.Lifecycle.Transition;
import java.util.List;

/** The states of a task. One may end without having been seen to start. */
public final class OperationLifecycle {

  /** What can happen to a task. */
  public enum Happening {
    OPENED,
    SKIPPED,
    STARTED,
    SUCCEEDED,
    FAILED,
    TIMED_OUT;

    static Happening failure(boolean timedOut) {
      return timedOut ? TIMED_OUT : FAILED;
    }
  }

  static final Lifecycle<OperationStatus, Happening> TABLE =
      new Lifecycle<>(
          "A task",
          List.of(
              new Transition<>(null, OPENED, OperationStatus.waiting),
              new Transition<>(null, SKIPPED, OperationStatus.skipped),
              new Transition<>(OperationStatus.waiting, STARTED, OperationStatus.running),
              new Transition<>(OperationStatus.waiting, SUCCEEDED, OperationStatus.success),
              new Transition<>(OperationStatus.waiting, FAILED, OperationStatus.failed),
              new Transition<>(OperationStatus.waiting, TIMED_OUT, OperationStatus.timeout),
              new Transition<>(OperationStatus.running, SUCCEEDED, OperationStatus.success),
              new Transition<>(OperationStatus.running, FAILED, OperationStatus.failed),
              new Transition<>(OperationStatus.running, TIMED_OUT, OperationStatus.timeout)));

  private OperationLifecycle() {}
}
