package io.coffer.vault.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.Json;
import io.coffer.contracts.notice.Notice;
import io.coffer.contracts.notice.NoticeCommand.TellNotice;
import io.coffer.contracts.notice.NoticeEvent.NoticeGiven;
import io.coffer.contracts.notice.NoticeType;
import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.RestoreFailed;
import io.coffer.contracts.vault.MigrationEvent.MigrationCleared;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrationFailed;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.capacity.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What people are told of a decision about a vault, as facts of the same decision: so each is told
 * once, and a replay tells nothing.
 */
public final class Notices {

  private Notices() {}

  /** The decision, with what is told of it and the orders to tell it. */
  public static Decision.Accepted with(
      Decision.Accepted decided, Watched vault, Envelope envelope) {
    Decision.Accepted told = decided;
    for (Notice notice : of(decided.events(), vault, envelope)) {
      told = told.and(new NoticeGiven(notice)).and(new TellNotice(notice));
    }
    return told;
  }

  private static List<Notice> of(List<Event> events, Watched vault, Envelope envelope) {
    List<Notice> notices = new ArrayList<>();
    VaultSettings settings = vault.settings();
    long used = vault.usedBytes();
    for (Event event : events) {
      if (event instanceof BackupCompleted good) {
        used += good.storedBytes();
      } else if (event instanceof BackupDeleted gone) {
        used -= gone.freedBytes();
      } else if (event instanceof ResourceMigrated moved) {
        used += moved.storedBytes();
      } else if (event instanceof ResourceMigrationFailed bad) {
        used += bad.storedBytes();
      } else if (event instanceof MigrationCleared freed) {
        used -= freed.freedBytes();
      } else if (event instanceof VaultUpdated updated) {
        settings = updated.settings();
      } else if (event instanceof BackupFailed bad) {
        used += bad.storedBytes();
        notices.add(FailureNotices.backup(bad, envelope));
      } else if (event instanceof RestoreFailed bad) {
        notices.add(FailureNotices.restore(bad, envelope));
      }
    }
    boolean weighed = used != vault.usedBytes() || !settings.equals(vault.settings());
    if (weighed && !vault.told() && Capacity.isAboveThreshold(settings, used)) {
      notices.add(exceeded(vault.id(), settings, used, envelope));
    }
    return settings.smnNotify() ? notices : List.of();
  }

  private static Notice exceeded(
      UUID vault, VaultSettings settings, long usedBytes, Envelope envelope) {
    ObjectNode data =
        Json.MAPPER
            .createObjectNode()
            .put("vault_name", settings.name())
            .put("size", settings.sizeGb())
            .put("used", Capacity.megabytes(usedBytes))
            .put("threshold", settings.threshold());
    String summary =
        "Vault "
            + vault
            + " uses more than "
            + settings.threshold()
            + " % of its "
            + settings.sizeGb()
            + " GB.";
    return notice(NoticeType.THRESHOLD_EXCEEDED, vault, summary, data, envelope);
  }

  /** A decision tells one thing of a kind of each vault at most. */
  static Notice notice(String type, UUID vault, String summary, JsonNode data, Envelope envelope) {
    UUID id = DerivedId.of(envelope.id(), "notice/" + type + "/" + vault);
    return new Notice(id, type, vault, summary, data, envelope.time());
  }
}
