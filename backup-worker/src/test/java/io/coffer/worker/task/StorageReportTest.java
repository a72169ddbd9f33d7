package io.coffer.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.worker.job.TaskKind;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StorageReportTest {

  @Test
  void aloneABackupReportsAllThatIsNewInTheRepository() {
    assertThat(accounts(100, 180, true).settle(TaskKind.BACKUP, true, 50))
        .isEqualTo(new StorageReport.Change(80, 0, 180));
  }

  @Test
  void besideOthersABackupReportsOnlyItsOwn() {
    assertThat(accounts(100, 180, false).settle(TaskKind.BACKUP, true, 50))
        .isEqualTo(new StorageReport.Change(50, 0, 150));
  }

  @Test
  void aFailedBackupReportsWhatItLeft() {
    assertThat(accounts(100, 130, true).settle(TaskKind.BACKUP, false, 0))
        .isEqualTo(new StorageReport.Change(30, 0, 130));
  }

  @Test
  void aMigrationReportsOfTheVaultThatItWritesWhatABackupWould() {
    assertThat(accounts(100, 180, false).settle(TaskKind.MIGRATION, true, 50))
        .isEqualTo(new StorageReport.Change(50, 0, 150));
    assertThat(accounts(100, 130, true).settle(TaskKind.MIGRATION, false, 0))
        .isEqualTo(new StorageReport.Change(30, 0, 130));
  }

  @Test
  void aDeletionReportsWhatIsGone() {
    assertThat(accounts(100, 30, true).settle(TaskKind.DELETE, true, 0))
        .isEqualTo(new StorageReport.Change(0, 70, 30));
    assertThat(accounts(100, 30, true).settle(TaskKind.DELETE, false, 0))
        .isEqualTo(new StorageReport.Change(0, 0, 100));
  }

  @Test
  void aDeletedVaultReportsEverything() {
    assertThat(accounts(100, 0, true).settle(TaskKind.VAULT_DELETE, true, 0))
        .isEqualTo(new StorageReport.Change(0, 100, 0));
  }

  @Test
  void whatCannotBeMeasuredIsLeftToTheNextTask() {
    StorageReport unmeasured = new StorageReport(100, OptionalLong.empty(), true);
    assertThat(unmeasured.settle(TaskKind.BACKUP, true, 50))
        .isEqualTo(new StorageReport.Change(50, 0, 150));
    assertThat(unmeasured.settle(TaskKind.DELETE, true, 0))
        .isEqualTo(new StorageReport.Change(0, 0, 100));
  }

  /** Backups beside each other, some killed half-way, restores and deletions, in any order. */
  @Test
  void theSumOfAllReportsIsWhatTheRepositoryCostsOnceItRests() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      long repository = 0;
      long reported = 0;
      long sum = 0;
      long pending = 0;
      for (int step = 0; step < 40; step++) {
        boolean alone = step == 39 || random.nextBoolean();
        TaskKind kind = random.nextInt(3) == 0 && alone ? TaskKind.DELETE : TaskKind.BACKUP;
        long own = 0;
        if (kind == TaskKind.DELETE) {
          repository -= (long) (repository * random.nextDouble());
        } else {
          own = pending + random.nextInt(1000);
          repository += own - pending + random.nextInt(2) * 500L;
          pending = 0;
          if (!alone) {
            pending = random.nextInt(300);
            repository += pending;
          }
        }
        StorageReport.Change report =
            new StorageReport(reported, OptionalLong.of(repository), alone).settle(kind, true, own);
        reported = report.reported();
        sum += report.stored() - report.freed();
        assertThat(report.stored()).isNotNegative();
        assertThat(report.freed()).isNotNegative();
        assertThat(sum).isEqualTo(reported);
      }
      StorageReport.Change last =
          new StorageReport(reported, OptionalLong.of(repository), true)
              .settle(reported > repository ? TaskKind.DELETE : TaskKind.BACKUP, true, 0);
      assertThat(sum + last.stored() - last.freed()).as("seed %d", seed).isEqualTo(repository);
    }
  }

  private static StorageReport accounts(long reported, long measured, boolean alone) {
    return new StorageReport(reported, OptionalLong.of(measured), alone);
  }
}
