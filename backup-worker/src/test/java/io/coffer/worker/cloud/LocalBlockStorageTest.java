package io.coffer.worker.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.contracts.CbrError;
import io.coffer.worker.fence.KernelLock;
import io.coffer.worker.fence.KernelLocks;
import io.coffer.worker.source.BlockStorage.NewVolume;
import io.coffer.worker.source.ResourceException;
import io.coffer.worker.source.VolumeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBlockStorageTest {

  private static final String PROJECT = "a".repeat(32);
  private static final int QUOTA_GB = 10;

  @TempDir private Path home;
  private KernelLocks locks;
  private LocalBlockStorage storage;

  @BeforeEach
  void open() {
    locks = new KernelLocks(home.resolve("locks"));
    storage = new LocalBlockStorage(home, locks, QUOTA_GB, Duration.ZERO);
  }

  @Test
  void deletesAgainWhatWasDeletedToItsBytes() throws IOException {
    String id = create(1);
    Files.delete(storage.bytes(PROJECT, id));
    assertThat(storage.find(PROJECT, id)).isPresent();
    assertThat(storage.delete(PROJECT, id)).isTrue();
    assertThat(storage.find(PROJECT, id)).isEmpty();
    assertThat(folder(id)).doesNotExist();
    assertThat(storage.delete(PROJECT, id)).isFalse();
  }

  @Test
  void clearsUpBehindWhoeverDiedWhileAVolumeWasMadeOrDeleted() throws IOException {
    String torn = create(1);
    Files.delete(folder(torn).resolve("volume.json"));
    String whole = create(1);
    assertThat(folder(torn)).doesNotExist();
    assertThat(storage.find(PROJECT, whole)).isPresent();
    assertThat(storage.bytes(PROJECT, whole)).hasSize(1L << 30);
  }

  @Test
  void leavesEverythingElseBelowTheVolumesAsItIs() throws IOException {
    Path kept = Files.createDirectories(folder("kept"));
    Files.writeString(kept.resolve("kept.raw"), "bytes");
    Files.writeString(kept.resolve("notes"), "of somebody");
    Path lost = Files.createDirectories(folder("lost+found"));
    Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("link.raw"), "bytes");
    Files.createSymbolicLink(folder("link"), elsewhere);
    create(1);
    assertThat(kept.resolve("kept.raw")).exists();
    assertThat(kept.resolve("notes")).exists();
    assertThat(lost).exists();
    assertThat(folder("link").resolve("link.raw")).exists();
  }

  @Test
  void isWholeWhateverHasNoIdForAName() throws IOException {
    Files.createDirectories(folder("lost+found").resolve("volume.json"));
    assertThat(storage.look(PROJECT).whole()).isTrue();
  }

  @Test
  void makesNothingAsLongAsItIsNotKnownWhatIsThere() throws IOException {
    String id = create(1);
    Files.writeString(folder(id).resolve("volume.json"), "{");
    assertThatThrownBy(() -> create(1)).satisfies(this::isForNow);
    assertThatThrownBy(() -> storage.find(PROJECT, id))
        .isInstanceOf(ResourceException.class)
        .hasMessageContaining(id);
    assertThat(storage.look(PROJECT).whole()).isFalse();
    assertThat(storage.delete(PROJECT, id)).isTrue();
    create(QUOTA_GB);
  }

  @Test
  void asksToComeAgainWhileOthersMakeVolumes() {
    try (KernelLock held = locks.take("volumes/" + PROJECT, true).orElseThrow()) {
      assertThatThrownBy(() -> create(1)).satisfies(this::isForNow);
    }
    create(1);
  }

  @Test
  void keepsToTheQuota() {
    create(QUOTA_GB - 1);
    create(1);
    assertThatThrownBy(() -> create(1))
        .isInstanceOfSatisfying(
            ResourceException.class,
            refused -> assertThat(refused.error()).isEqualTo(CbrError.PAYLOAD_TOO_LARGE));
  }

  private void isForNow(Throwable thrown) {
    assertThat(((ResourceException) thrown).error()).isEqualTo(CbrError.BACKEND_UNAVAILABLE);
  }

  private Path folder(String id) {
    return home.resolve("cloud").resolve(PROJECT).resolve("volumes").resolve(id);
  }

  private String create(int sizeGb) {
    UUID id = UUID.randomUUID();
    NewVolume wanted =
        new NewVolume(id, "disk", sizeGb, Instant.EPOCH, new VolumeSettings(null, null, null));
    return storage.create(PROJECT, wanted).volume().id();
  }
}
