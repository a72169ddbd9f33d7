package io.coffer.systemtests.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.faults.scene.Scene;
import io.coffer.systemtests.faults.scene.Scene.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Restores every backup over a disk of zeros. */
final class BytesComeBack {

  private BytesComeBack() {}

  static void check(Aftermath aftermath) throws IOException {
    for (Scene scene : aftermath.scenesWithBackups()) {
      for (Kept kept : scene.kept()) {
        restore(aftermath.vaults(), kept);
      }
    }
  }

  private static void restore(Vaults vaults, Kept kept) throws IOException {
    for (Path disk : kept.server().disks()) {
      Files.write(disk, new byte[(int) Files.size(disk)]);
    }
    vaults.succeeded(vaults.restore(kept.backup(), kept.server().id()));
    List<byte[]> restored = kept.server().contents();
    for (int i = 0; i < restored.size(); i++) {
      assertThat(Arrays.equals(restored.get(i), kept.contents().get(i)))
          .as("disk %d restored from %s is what it was", i, kept.backup())
          .isTrue();
    }
  }
}
