package io.coffer.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StorageUsageViewTest {

  private static final long MEGABYTE = 1_048_576;

  @Test
  void countsStartedMegabytes() {
    assertThat(StorageUsageView.megabytes(0)).isZero();
    assertThat(StorageUsageView.megabytes(1)).isEqualTo(1);
    assertThat(StorageUsageView.megabytes(MEGABYTE)).isEqualTo(1);
    assertThat(StorageUsageView.megabytes(MEGABYTE + 1)).isEqualTo(2);
  }

  @Test
  void neverShowsLessThanNothing() {
    assertThat(StorageUsageView.megabytes(-5 * MEGABYTE)).isZero();
  }

  @Test
  void neverShowsMoreThanAClientCanRead() {
    assertThat(StorageUsageView.megabytes(Long.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void tellsTheMultiAzPartApart() {
    StorageUsage usage =
        new StorageUsage("id", "OS::Nova::Server", "web", 3, 10 * MEGABYTE, 4 * MEGABYTE);
    StorageUsageView view = StorageUsageView.of(List.of(usage), 7);
    assertThat(view.resourceCount()).isEqualTo(7);
    assertThat(view.storageUsage())
        .containsExactly(new StorageUsageView.Item("id", "OS::Nova::Server", "web", 3, 10, 4));
  }
}
