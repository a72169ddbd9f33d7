package io.coffer.worker.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.worker.source.SingleVolume;
import io.coffer.worker.source.Volume;
import io.coffer.worker.source.VolumeSettings;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VolumeJsonTest {

  /** A client of the Open Telekom Cloud refuses any zone here. */
  @Test
  void namesNoZoneInTimes() {
    SingleVolume single =
        new SingleVolume(
            "p",
            Instant.parse("2026-01-02T03:04:05.678Z"),
            new VolumeSettings(null, "SSD", null),
            new Volume("v", "disk", 1L << 30, false, true));
    assertThat(VolumeJson.of(single).path("created_at").asText())
        .isEqualTo("2026-01-02T03:04:05.678000");
  }
}
