package io.coffer.vault.notice;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A vault of 100 GB with a threshold of 80 %. */
class NoticesTest {

  private static final UUID ID = new UUID(5, 5);
  private static final VaultSettings SETTINGS = Samples.settings("vault");

  @Test
  void tellsOfABackupThatGoesBeyondTheThresholdAndNotOfOneThatReachesIt() {
    assertThat(told(at(79), stored(1))).isEmpty();
    assertThat(told(at(80), stored(0))).isEmpty();
    assertThat(told(at(79), completed(Samples.GB + 1)))
        .extracting(Notice::type)
        .containsExactly(NoticeType.THRESHOLD_EXCEEDED);
  }

  @Test
  void saysHowFullTheVaultIs() {
    Notice notice = told(at(79), stored(2)).get(0);
    assertThat(notice.vaultId()).isEqualTo(Samples.VAULT);
    assertThat(notice.at()).isEqualTo(Samples.TIME);
    assertThat(notice.data().toString())
        .isEqualTo(
            "{\"vault_name\":\"vault\",\"size\":100,\"used\":" + 81 * 1024 + ",\"threshold\":80}");
  }

  @Test
  void tellsOnceUntilItFellBelow() {
    Watched told = new Watched(Samples.VAULT, SETTINGS, 85 * Samples.GB, true);
    assertThat(told(told, stored(1))).isEmpty();
  }

  @Test
  void tellsOfASizeAndOfAThresholdThatAreExceededAtOnce() {
    assertThat(told(at(50), updated(Map.of("sizeGb", 60)))).hasSize(1);
    assertThat(told(at(50), updated(Map.of("threshold", 49)))).hasSize(1);
    assertThat(told(at(50), updated(Map.of("threshold", 50)))).isEmpty();
    assertThat(told(at(90), updated(Map.of("sizeGb", 200)))).isEmpty();
  }

  @Test
  void weighsWhatTheVaultIsAfterAllFactsOfTheDecision() {
    assertThat(told(at(95), stored(6), updated(Map.of("sizeGb", 140)))).isEmpty();
    assertThat(told(at(85), deleted(10))).isEmpty();
    assertThat(told(at(95), deleted(10))).hasSize(1);
  }

  @Test
  void tellsOfFailures() {
    BackupFailed backup =
        new BackupFailed(
            Samples.VAULT,
            Samples.BACKUP,
            ID,
            "s1",
            "BackupService.7000",
            "it broke",
            false,
            0,
            Samples.TIME);
    RestoreFailed restore =
        new RestoreFailed(
            Samples.VAULT,
            Samples.BACKUP,
            ID,
            "s2",
            "BackupService.2001",
            "too small",
            true,
            Samples.TIME);
    Notice first = told(at(0), backup).get(0);
    assertThat(first.type()).isEqualTo(NoticeType.BACKUP_FAILED);
    assertThat(first.summary()).isEqualTo("The backup of resource s1 failed: it broke");
    assertThat(first.data().path("error_code").asText()).isEqualTo("BackupService.7000");
    Notice second = told(at(0), restore).get(0);
    assertThat(second.type()).isEqualTo(NoticeType.RESTORE_FAILED);
    assertThat(second.data().path("resource_id").asText()).isEqualTo("s2");
    assertThat(second.id()).isNotEqualTo(first.id());
  }

  @Test
  void tellsNothingOfAVaultThatIsNotToTell() {
    VaultSettings silent = Json.changed(SETTINGS, Map.of("smnNotify", false));
    assertThat(told(new Watched(Samples.VAULT, silent, 90 * Samples.GB, false), stored(1)))
        .isEmpty();
  }

  @Test
  void tellsWhatIsExceededOnceItIsToTell() {
    VaultSettings silent = Json.changed(SETTINGS, Map.of("smnNotify", false));
    Watched vault = new Watched(Samples.VAULT, silent, 90 * Samples.GB, false);
    assertThat(told(vault, updated(Map.of("smnNotify", true)))).hasSize(1);
  }

  @Test
  void tellsNothingOfAVaultThatIsGone() {
    assertThat(told(at(90), new VaultDeleted(Samples.VAULT, ID, Samples.TIME))).isEmpty();
  }

  @Test
  void ordersToTellEachNoticeInTheSameDecision() {
    Decision.Accepted decided =
        Notices.with(Decision.accept(stored(2)), at(79), Samples.envelope(ID));
    Notice notice = ((NoticeGiven) decided.events().get(1)).notice();
    assertThat(decided.commands()).containsExactly(new TellNotice(notice));
    assertThat(Notices.with(Decision.accept(stored(2)), at(79), Samples.envelope(ID)))
        .isEqualTo(decided);
  }

  private static List<Notice> told(Watched vault, Event... events) {
    return Notices.with(Decision.accept(events), vault, Samples.envelope(ID)).events().stream()
        .filter(NoticeGiven.class::isInstance)
        .map(event -> ((NoticeGiven) event).notice())
        .toList();
  }

  private static Watched at(long usedGb) {
    return new Watched(Samples.VAULT, SETTINGS, usedGb * Samples.GB, false);
  }

  private static Event stored(long gigabytes) {
    return completed(gigabytes * Samples.GB);
  }

  private static Event completed(long stored) {
    return new BackupCompleted(
        Samples.VAULT,
        Samples.BACKUP,
        ID,
        "s1",
        "OS::Nova::Server",
        "name",
        "snap",
        1,
        stored,
        Samples.TIME);
  }

  private static Event deleted(long gigabytes) {
    return new BackupDeleted(
        Samples.VAULT, Samples.BACKUP, ID, "s1", gigabytes * Samples.GB, Samples.TIME);
  }

  private static Event updated(Map<String, Object> change) {
    return new VaultUpdated(Samples.VAULT, Json.changed(SETTINGS, change), Samples.TIME);
  }
}
