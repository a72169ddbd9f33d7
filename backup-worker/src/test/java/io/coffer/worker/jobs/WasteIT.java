package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deleting frees what only the deleted needed, however it is spread over packs. */
class WasteIT extends InOneProject {

  @BeforeAll
  static void start() throws Exception {
    stack.worker("backup-worker-1").ready();
  }

  @ParameterizedTest(name = "{1} bytes of every {0}, the {2}. backup deleted")
  @CsvSource({"2097152, 1048576, 1", "786432, 262144, 1", "5242880, 4194304, 2"})
  void reportsWithinATenthOfWhatTheRemainingBackupNeeds(int period, int length, int deleted)
      throws Exception {
    int size = 40 * MIB;
    StartBackup first = server.random(size, 1).backup(vault, null);
    TaskSucceeded one = tenant.success(tenant.order(first));
    for (int at = 0; at + length <= size; at += period) {
      server.damage(0, at, length, at);
    }
    List<String> changed = server.hashes();
    StartBackup second = server.backup(vault, one.snapshotId());
    TaskSucceeded two = tenant.success(tenant.order(second));
    StartBackup doomed = deleted == 1 ? first : second;
    TaskSucceeded gone = tenant.success(tenant.order(delete(doomed, null)));
    long used = one.storedBytes() + two.storedBytes() - gone.freedBytes();
    assertThat(used).isBetween((long) size, size * 11L / 10);
    if (deleted == 1) {
      server.damage(0, 0, size, 9);
      tenant.success(tenant.order(server.restore(second, two.snapshotId())));
      assertThat(server.hashes()).isEqualTo(changed);
    }
  }

  @Test
  void leavesPackingAnewToTheLastOfSeveralDeletions() throws Exception {
    int size = 24 * MIB;
    StartBackup first = server.random(size, 1).backup(vault, null);
    long stored = tenant.success(tenant.order(first)).storedBytes();
    StartBackup second = changedEvery(2 * MIB, size);
    stored += tenant.success(tenant.order(second)).storedBytes();
    StartBackup third = changedEvery(3 * MIB, size);
    stored += tenant.success(tenant.order(third)).storedBytes();
    UUID one = tenant.order(delete(first, null));
    UUID two = tenant.order(delete(second, null));
    long freed = tenant.success(one).freedBytes() + tenant.success(two).freedBytes();
    assertThat(stored - freed).isBetween((long) size, size * 11L / 10);
  }

  private StartBackup changedEvery(int period, int size) throws Exception {
    for (int at = 0; at < size; at += period) {
      server.damage(0, at, MIB, 31L * at + period);
    }
    return server.backup(vault, null);
  }

  private static StartDelete delete(StartBackup backup, String snapshot) {
    return new StartDelete(UUID.randomUUID(), backup.vaultId(), backup.backupId(), snapshot);
  }
}
