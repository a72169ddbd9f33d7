package io.coffer.worker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.snapshot.Snapshot;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BackupTagsTest {

  private final UUID backup = new UUID(1, 2);
  private final UUID vault = new UUID(3, 4);

  @Test
  void tellWhatASnapshotIs() {
    assertThat(BackupTags.of(backup, "server", vault, 7, 262_144))
        .containsExactly(
            "coffer:backup=" + backup,
            "coffer:resource=server",
            "coffer:vault=" + vault,
            "coffer:epoch=7",
            "coffer:block=262144");
  }

  @Test
  void giveTheBlockSizeBack() {
    assertThat(BackupTags.blockBytes(snapshot(BackupTags.of(backup, "s", vault, 1, 524_288))))
        .hasValue(524_288);
    assertThat(BackupTags.blockBytes(snapshot(List.of("coffer:block=much")))).isEmpty();
    assertThat(BackupTags.blockBytes(snapshot(List.of()))).isEmpty();
  }

  @Test
  void putVolumesBelowTheirResource() {
    assertThat(BackupTags.volumePath("server", "volume")).isEqualTo("/server/volume.raw");
    assertThat(BackupTags.metadataPath("server")).isEqualTo("/server/server.json");
  }

  @Test
  void tellsWhatAFormerHolderWroteFromWhatItselfOrASuccessorWrote() {
    assertThat(BackupTags.isBefore(3, snapshot(List.of("coffer:epoch=2")))).isTrue();
    assertThat(BackupTags.isBefore(3, snapshot(List.of("coffer:epoch=3")))).isFalse();
    assertThat(BackupTags.isBefore(3, snapshot(List.of("coffer:epoch=10")))).isFalse();
    assertThat(BackupTags.isBefore(1, snapshot(List.of("other", "coffer:epoch=x")))).isTrue();
  }

  private static Snapshot snapshot(List<String> tags) {
    return new Snapshot(
        "",
        OffsetDateTime.parse("2026-01-01T00:00:00Z"),
        Optional.empty(),
        BlobId.parse("0".repeat(63) + "1"),
        List.of(),
        "coffer",
        "",
        tags);
  }
}
