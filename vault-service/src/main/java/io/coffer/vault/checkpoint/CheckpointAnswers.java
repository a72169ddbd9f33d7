package io.coffer.vault.checkpoint;

import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Loading;
import io.coffer.vault.backup.BackupStore;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** What is told about a restore point. */
@ApplicationScoped
class CheckpointAnswers {

  private final CheckpointStore checkpoints;
  private final VaultStore vaults;
  private final BackupStore backups;

  CheckpointAnswers(CheckpointStore checkpoints, VaultStore vaults, BackupStore backups) {
    this.checkpoints = checkpoints;
    this.vaults = vaults;
    this.backups = backups;
  }

  /**
   * Null when it is not there or not this project's, or when its vault went, and the restore point
   * with it, after the restore point was read.
   */
  Uni<Answer> of(String project, UUID id) {
    return Loading.of(checkpoints.of(project, id))
        .then(row -> vaults.of(project, row.vaultId))
        .then((row, vault) -> backups.ofCheckpoint(project, id))
        .as(
            (row, vault, found) ->
                vault == null
                    ? null
                    : Answer.ok(Map.of("checkpoint", CheckpointView.of(row, vault, found))));
  }
}
