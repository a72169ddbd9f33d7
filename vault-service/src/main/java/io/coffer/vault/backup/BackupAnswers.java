package io.coffer.vault.backup;

import io.coffer.messaging.decision.Answer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** What is told about one backup; null when it is not there or not this project's. */
@ApplicationScoped
class BackupAnswers {

  private final BackupStore backups;

  BackupAnswers(BackupStore backups) {
    this.backups = backups;
  }

  Uni<Answer> of(String project, UUID id) {
    return backups
        .family(project, id)
        .map(
            family -> family.isEmpty() ? null : Answer.ok(Map.of("backup", BackupView.of(family))));
  }
}
