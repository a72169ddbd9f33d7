package io.coffer.vault.checkpoint;

import io.coffer.messaging.decision.Answer;
import io.coffer.vault.backup.BackupStore;
import io.coffer.vault.vault.VaultRow;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What is told about a restore point. */
@ApplicationScoped
class CheckpointAnswers {

  private final VaultStore vaults;
  private final BackupStore backups;

  CheckpointAnswers(VaultStore vaults, BackupStore backups) {
    this.vaults = vaults;
    this.backups = backups;
  }

  Uni<Answer> of(CheckpointRow row) {
    return vaults.one(row.vaultId).chain(vault -> of(row, vault));
  }

  Uni<Answer> of(CheckpointRow row, VaultRow vault) {
    return backups
        .ofCheckpoint(row.id)
        .map(found -> CheckpointView.of(row, vault, found))
        .map(view -> Answer.ok(Map.of("checkpoint", view)));
  }
}
