package io.coffer.worker.fence;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.worker.fence.FenceModel.Fault;
import io.coffer.worker.fence.FenceModel.Fence;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which fence keeps what, in every order of steps. */
class FenceModelTest {

  @Test
  void aLookBeforeTheSnapshotAloneIsNoFence() {
    assertThat(FenceModel.faults(new Fence(false, false, false)))
        .contains(Fault.AVAILABLE_BACKUP_WITHOUT_SNAPSHOT, Fault.AVAILABLE_BACKUP_WITHOUT_PACK);
  }

  @Test
  void looksBeforeEverythingLeaveAGapBetweenLookAndAct() {
    assertFinds(new Fence(false, true, false), Fault.AVAILABLE_BACKUP_WITHOUT_PACK);
  }

  @Test
  void locksOfTheKernelDoNotKeepASleeperFromForgettingItsSuccessor() {
    assertFinds(new Fence(true, false, false), Fault.AVAILABLE_BACKUP_WITHOUT_SNAPSHOT);
  }

  @Test
  void locksOfTheKernelAndLooksLetNothingHappen() {
    assertThat(FenceModel.faults(new Fence(true, true, false))).isEmpty();
  }

  @Test
  void ageAndLooksLetNothingHappenToWhoeverDoesNotSleepLongerThanAJobMayTake() {
    assertThat(FenceModel.faults(new Fence(false, true, true))).isEmpty();
  }

  private static void assertFinds(Fence fence, Fault fault) {
    assertThat(FenceModel.faults(fence, Set.of(fault))).contains(fault);
  }
}
