package io.coffer.vault.operationlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.owner.testing.TransitionCoverage;
import io.coffer.vault.operationlog.OperationLifecycle.Happening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationLifecycleTest {

  private final TransitionCoverage<OperationStatus, Happening> lifecycle =
      new TransitionCoverage<>(OperationLifecycle.TABLE);

  @Test
  void visitsEveryTransition() {
    lifecycle.goes(null, Happening.OPENED, OperationStatus.waiting);
    lifecycle.goes(null, Happening.SKIPPED, OperationStatus.skipped);
    lifecycle.goes(OperationStatus.waiting, Happening.STARTED, OperationStatus.running);
    for (OperationStatus from :
        new OperationStatus[] {OperationStatus.waiting, OperationStatus.running}) {
      lifecycle.goes(from, Happening.SUCCEEDED, OperationStatus.success);
      lifecycle.goes(from, Happening.failure(false), OperationStatus.failed);
      lifecycle.goes(from, Happening.failure(true), OperationStatus.timeout);
    }
    lifecycle.assertAllVisited();
  }

  @ParameterizedTest
  @EnumSource
  void leavesNoStateThatIsOver(OperationStatus status) {
    for (Happening happening : Happening.values()) {
      if (status.isOver()) {
        assertThat(OperationLifecycle.TABLE.allows(status, happening)).isFalse();
      }
    }
  }
}
