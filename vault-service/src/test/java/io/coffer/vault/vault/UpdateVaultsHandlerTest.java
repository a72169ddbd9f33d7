package io.coffer.vault.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Json;
import io.coffer.contracts.vault.VaultCommand.UpdateVaults;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UpdateVaultsHandlerTest {

  private static final UpdateVaults COMMAND = new UpdateVaults(60, null);

  @Test
  void changesEveryVaultThatTakesChangesAndIsNotSoYet() {
    VaultState open = vault(1, VaultStatus.available, 80);
    VaultState locked = vault(2, VaultStatus.lock, 90);
    VaultState frozen = vault(3, VaultStatus.frozen, 80);
    VaultState same = vault(4, VaultStatus.available, 60);
    assertThat(decide(open, locked, frozen, same))
        .isEqualTo(Decision.accept(changed(open), changed(locked)));
  }

  @Test
  void changesNothingWhereThereIsNothingToChange() {
    assertThat(decide()).isEqualTo(Decision.nothing());
    assertThat(decide(vault(1, VaultStatus.deleting, 80))).isEqualTo(Decision.nothing());
  }

  private static Decision decide(VaultState... vaults) {
    return new UpdateVaultsHandler(null)
        .decide(List.of(vaults), COMMAND, Samples.envelope(new UUID(1, 2)));
  }

  private static VaultUpdated changed(VaultState vault) {
    VaultSettings settings = Json.changed(vault.settings(), Map.of("threshold", 60));
    return new VaultUpdated(vault.id(), settings, Samples.TIME);
  }

  private static VaultState vault(int id, VaultStatus status, int threshold) {
    VaultSettings settings =
        Json.changed(Samples.settings("v" + id), Map.of("threshold", threshold));
    return new VaultState(new UUID(0, id), status, settings, 0, 0);
  }
}
