package io.coffer.vault.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.coffer.contracts.vault.VaultEvent;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionFailed;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionStarted;
import io.coffer.contracts.vault.VaultEvent.VaultFrozen;
import io.coffer.contracts.vault.VaultEvent.VaultThawed;
import io.coffer.owner.lifecycle.Lifecycle;
import io.coffer.owner.testing.TransitionCoverage;
import org.junit.jupiter.api.Test;

class VaultLifecycleTest {

  private final TransitionCoverage<VaultStatus, Class<? extends VaultEvent>> lifecycle =
      new TransitionCoverage<>(VaultLifecycle.TABLE);

  @Test
  void visitsEveryTransition() {
    lifecycle.goes(null, VaultCreated.class, VaultStatus.available);
    lifecycle.goes(VaultStatus.available, VaultFrozen.class, VaultStatus.frozen);
    lifecycle.goes(VaultStatus.frozen, VaultFrozen.class, VaultStatus.frozen);
    lifecycle.goes(VaultStatus.frozen, VaultThawed.class, VaultStatus.available);
    lifecycle.goes(VaultStatus.frozen, VaultDeletionStarted.class, VaultStatus.deleting);
    lifecycle.goes(VaultStatus.available, VaultDeletionStarted.class, VaultStatus.deleting);
    lifecycle.goes(VaultStatus.deleting, VaultDeletionFailed.class, VaultStatus.error);
    lifecycle.goes(VaultStatus.error, VaultDeletionStarted.class, VaultStatus.deleting);
    lifecycle.goes(VaultStatus.deleting, VaultDeleted.class, null);
    lifecycle.assertAllVisited();
  }

  @Test
  void refusesWhatIsNotDeclared() {
    Lifecycle<VaultStatus, Class<? extends VaultEvent>> table = VaultLifecycle.TABLE;
    assertThatIllegalStateException()
        .isThrownBy(() -> table.after(VaultStatus.available, VaultDeleted.class))
        .withMessageContaining("available");
    assertThat(table.allows(VaultStatus.frozen, VaultDeleted.class)).isFalse();
  }
}
