package io.coffer.vault.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Json;
import io.coffer.contracts.notice.Notice;
import io.coffer.contracts.notice.NoticeCommand.TellNotice;
import io.coffer.contracts.notice.NoticeEvent.NoticeGiven;
import io.coffer.contracts.vault.VaultCommand.UpdateMoreVaults;
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

  @Test
  void tellsOfEachVaultThatUsesMoreThanItsNewThresholdSays() {
    List<VaultState> full =
        List.of(
            Samples.vault(new UUID(0, 1), VaultStatus.available, settings(80), 70 * Samples.GB, 0),
            Samples.vault(new UUID(0, 2), VaultStatus.available, settings(80), 50 * Samples.GB, 0),
            Samples.vault(new UUID(0, 3), VaultStatus.available, settings(90), 65 * Samples.GB, 0));
    Decision.Accepted decided = (Decision.Accepted) decide(full.toArray(VaultState[]::new));
    List<Notice> told =
        decided.events().stream()
            .filter(NoticeGiven.class::isInstance)
            .map(event -> ((NoticeGiven) event).notice())
            .toList();
    assertThat(told).extracting(Notice::vaultId).containsExactly(new UUID(0, 1), new UUID(0, 3));
    assertThat(told).extracting(Notice::id).doesNotHaveDuplicates();
    assertThat(decided.commands()).isEqualTo(told.stream().map(TellNotice::new).toList());
  }

  @Test
  void goesOnBehindTheLastOneWhereThereMayBeMore() {
    VaultState last = vault(1, VaultStatus.available, 80);
    VaultsUpdate.Piece piece = new VaultsUpdate.Piece(List.of(last), last.id(), Samples.TIME);
    assertThat(decide(piece))
        .isEqualTo(
            Decision.accept(changed(last))
                .and(new UpdateMoreVaults(last.id(), Samples.TIME, 60, null)));
  }

  @Test
  void ordersNothingForVaultsOfWhichItChangesNone() {
    VaultState same = vault(1, VaultStatus.available, 60);
    VaultsUpdate.Piece piece = new VaultsUpdate.Piece(List.of(same), same.id(), Samples.TIME);
    assertThat(VaultsUpdate.isAbout(piece, COMMAND)).isFalse();
    assertThat(decide(piece)).isEqualTo(Decision.nothing());
  }

  private static Decision decide(VaultState... vaults) {
    return decide(new VaultsUpdate.Piece(List.of(vaults), null, null));
  }

  private static Decision decide(VaultsUpdate.Piece piece) {
    return new UpdateVaultsHandler(null).decide(piece, COMMAND, Samples.envelope(new UUID(1, 2)));
  }

  private static VaultUpdated changed(VaultState vault) {
    VaultSettings settings = Json.changed(vault.settings(), Map.of("threshold", 60));
    return new VaultUpdated(vault.id(), settings, Samples.TIME);
  }

  private static VaultState vault(int id, VaultStatus status, int threshold) {
    return Samples.vault(new UUID(0, id), status, settings(threshold), 0, 0);
  }

  private static VaultSettings settings(int threshold) {
    return Json.changed(Samples.settings("vault"), Map.of("threshold", threshold));
  }
}
