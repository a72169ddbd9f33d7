package io.coffer.vault.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.BackupCommand.SetExpiration;
import io.coffer.contracts.vault.BackupEvent.ExpirationSet;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import io.coffer.vault.vault.VaultStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetExpirationHandlerTest {

  private static final UUID ID = new UUID(1, 2);
  private static final SetExpirationHandler HANDLER = new SetExpirationHandler(null, null, null);

  @Test
  void setsTheEndOfAllBackupsThatHaveOne() {
    Instant end = Samples.TIME.plusSeconds(1);
    assertThat(decide(VaultStatus.available, end))
        .isEqualTo(
            Decision.accept(
                new ExpirationSet(
                    Samples.VAULT,
                    ID,
                    List.of(Samples.BACKUP),
                    "2026-01-02",
                    end,
                    "req-1",
                    Samples.TIME)));
  }

  @Test
  void refusesADayThatIsOver() {
    assertThat(Samples.code(decide(VaultStatus.available, Samples.TIME)))
        .isEqualTo("BackupService.9900");
  }

  @ParameterizedTest
  @CsvSource({"lock, ", "frozen, 6110", "deleting, 6112", "error, 6110"})
  void asksTheStateOfTheVault(VaultStatus status, String code) {
    assertThat(Samples.code(decide(status, Samples.TIME.plusSeconds(1))))
        .isEqualTo(code == null ? null : "BackupService." + code);
  }

  @Test
  void knowsOnlyVaultsThatAreThere() {
    assertThat(Samples.code(HANDLER.absent(command(Samples.TIME)))).isEqualTo("BackupService.6105");
  }

  private static Decision decide(VaultStatus status, Instant end) {
    return HANDLER.decide(
        new SetExpirationHandler.State(Samples.vault(status), List.of(Samples.BACKUP)),
        command(end),
        Samples.envelope(ID));
  }

  private static SetExpiration command(Instant end) {
    return new SetExpiration(Samples.VAULT, "2026-01-02", end);
  }
}
