package io.coffer.vault.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.vault.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "1048576, 1", "1048577, 2", "9223372036853727232, 2147483647"})
  void roundsMegabytesUpAndStaysWithinTheWire(long bytes, int megabytes) {
    assertThat(Capacity.megabytes(bytes)).isEqualTo(megabytes);
  }

  @ParameterizedTest
  @CsvSource({"99, 100", "100, 125", "125, 157", "1000, 1184"})
  void growsByAQuarterUntilThereIsRoom(long usedGb, int sizeGb) {
    int grown =
        Capacity.expanded(Samples.settings("v", "server", 100, true, false), usedGb * Samples.GB)
            .map(settings -> settings.sizeGb())
            .orElse(100);
    assertThat(grown).isEqualTo(sizeGb);
  }

  @Test
  void staysAsItIsWithoutAutoExpandAndAtTheLargestSize() {
    assertThat(Capacity.expanded(Samples.settings("v"), 200 * Samples.GB)).isEmpty();
    assertThat(
            Capacity.expanded(
                Samples.settings("v", "server", Capacity.LARGEST_GB, true, false),
                Capacity.LARGEST_GB * Samples.GB))
        .isEmpty();
  }

  @Test
  void isFullAtItsSizeAndNotBelow() {
    assertThat(Capacity.isFull(10, 10 * Samples.GB)).isTrue();
    assertThat(Capacity.isFull(10, 10 * Samples.GB - 1)).isFalse();
    assertThat(Capacity.isBelow(10, 10 * Samples.GB)).isFalse();
    assertThat(Capacity.isBelow(10, 10 * Samples.GB + 1)).isTrue();
  }
}
