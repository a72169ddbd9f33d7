package io.coffer.vault.operationlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressViewTest {

  private final OperationLogRow backup = row(new BackupOperation(null, "b", null));
  private final TaskProgressRow reported = new TaskProgressRow();

  @Test
  void saysAHundredOnlyWithSuccess() {
    reported.percent = 100;
    assertThat(ProgressView.percent(backup, reported)).isEqualTo(99);
    backup.status = OperationStatus.success;
    assertThat(ProgressView.percent(backup, null)).isEqualTo(100);
    backup.status = OperationStatus.failed;
    reported.percent = 40;
    assertThat(ProgressView.percent(backup, reported)).isEqualTo(40);
  }

  @Test
  void knowsNothingBeforeTheFirstReport() {
    assertThat(ProgressView.percent(backup, null)).isZero();
    assertThat(ProgressView.of(backup, null)).isNull();
  }

  @Test
  void takesTheBytesOfTheResultOverThoseOfTheLastReport() {
    reported.totalBytes = 10;
    reported.processedBytes = 5;
    reported.storedBytes = 1;
    assertThat(ProgressView.of(backup, reported)).isEqualTo(new ProgressView(10, 5, 1));
    backup.details = new BackupOperation(null, "b", 10L, 3L, null);
    assertThat(ProgressView.of(backup, reported)).isEqualTo(new ProgressView(10, 10, 3));
  }

  @Test
  void countsTheBackupsOfARemoval() {
    OperationLogRow removal = row(new RemoveResourcesOperation(List.of("s1"), 4, 3, 0));
    assertThat(ProgressView.percent(removal, null)).isEqualTo(75);
    OperationLogRow counted = row(new RemoveResourcesOperation(List.of("s1"), 3, 3, 0));
    assertThat(ProgressView.percent(counted, null)).isEqualTo(99);
  }

  private static OperationLogRow row(OperationDetails details) {
    OperationLogRow row = new OperationLogRow();
    row.details = details;
    row.status = OperationStatus.running;
    return row;
  }
}
