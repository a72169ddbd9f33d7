package io.coffer.billing.dbom;

import static io.coffer.billing.dbom.InstanceStatus.CREATING;
import static io.coffer.billing.dbom.InstanceStatus.DELETING;
import static io.coffer.billing.dbom.InstanceStatus.ERROR;
import static io.coffer.billing.dbom.InstanceStatus.REBOOTING;
import static io.coffer.billing.dbom.InstanceStatus.RUNNING;
import static io.coffer.billing.dbom.InstanceStatus.STARTING;
import static io.coffer.billing.dbom.InstanceStatus.STOPPED;
import static io.coffer.billing.dbom.InstanceStatus.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.dbom.InstanceLifecycle.Happening;
import io.coffer.owner.testing.TransitionCoverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceLifecycleTest {

  @Test
  void isThisTableAndNoOther() {
    TransitionCoverage<InstanceStatus, Happening> table =
        new TransitionCoverage<>(InstanceLifecycle.TABLE);
    table.goes(null, Happening.PROVIDE, CREATING);
    table.goes(CREATING, Happening.DONE, RUNNING);
    table.goes(RUNNING, Happening.STOP, STOPPING);
    table.goes(STOPPING, Happening.DONE, STOPPED);
    table.goes(STOPPED, Happening.START, STARTING);
    table.goes(STARTING, Happening.DONE, RUNNING);
    table.goes(RUNNING, Happening.REBOOT, REBOOTING);
    table.goes(REBOOTING, Happening.DONE, RUNNING);
    table.goes(CREATING, Happening.FAILED, ERROR);
    table.goes(STOPPING, Happening.FAILED, ERROR);
    table.goes(STARTING, Happening.FAILED, ERROR);
    table.goes(REBOOTING, Happening.FAILED, ERROR);
    table.goes(DELETING, Happening.FAILED, ERROR);
    table.goes(RUNNING, Happening.DELETE, DELETING);
    table.goes(STOPPED, Happening.DELETE, DELETING);
    table.goes(ERROR, Happening.DELETE, DELETING);
    table.goes(DELETING, Happening.DONE, null);
    table.assertAllVisited();
  }

  @ParameterizedTest
  @EnumSource
  void endsEveryStateThatDoesNotLastInTimeAndWhereItFails(InstanceStatus status) {
    boolean lasts = !InstanceLifecycle.TABLE.allows(status, Happening.DONE);
    assertThat(status.patience().isEmpty()).isEqualTo(lasts);
    assertThat(InstanceLifecycle.TABLE.allows(status, Happening.FAILED)).isEqualTo(!lasts);
  }
}
