package io.coffer.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coffer.engine.DamagedException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStoreTest {
  private static final String NAME = "ab".repeat(32);
  private static final int WHOLE = 5 << 20;

  @TempDir Path folder;

  @Test
  void keepsLargePacksOfAnyLengthWhole() throws IOException {
    keepsLargePacks(folder);
  }

  @Test
  void keepsLargePacksWhereTheFileSystemKnowsNoDirectIo() throws IOException {
    Path place = Files.createTempDirectory(Path.of("/dev/shm"), "coffer-store");
    try {
      keepsLargePacks(place);
    } finally {
      try (Stream<Path> made = Files.walk(place)) {
        made.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private static void keepsLargePacks(Path place) throws IOException {
    LocalStore store = new LocalStore(place);
    store.createIfAbsent(FileType.CONFIG, "", new byte[1]);
    for (int more : new int[] {-1, 0, 1, 4095, 4096, 70_001}) {
      byte[] bytes = new byte[WHOLE + more + 10];
      new Random(more).nextBytes(bytes);
      byte[] pack = Arrays.copyOfRange(bytes, 10, bytes.length);
      store.write(FileType.PACK, NAME, bytes, 10, pack.length);

      assertArrayEquals(pack, Files.readAllBytes(place.resolve(FileType.PACK.path(NAME))));
      assertArrayEquals(pack, store.read(FileType.PACK, NAME));
      for (int from : new int[] {0, 1, 4095, 4096, 1_234_567, (3 << 20) + 7}) {
        byte[] part = new byte[pack.length - from];
        store.read(FileType.PACK, NAME, from, part, part.length);
        assertEquals(-1, Arrays.mismatch(part, Arrays.copyOfRange(pack, from, pack.length)));
      }
      byte[] beyond = new byte[pack.length];
      DamagedException cut =
          assertThrows(
              DamagedException.class,
              () -> store.read(FileType.PACK, NAME, 1, beyond, beyond.length));
      assertTrue(cut.getMessage().contains(NAME) && cut.getMessage().contains("cut short"));
      store.delete(FileType.PACK, NAME);
    }
  }
}
