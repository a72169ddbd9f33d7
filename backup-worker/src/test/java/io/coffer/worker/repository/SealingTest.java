package io.coffer.worker.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealingTest {

  private static final byte[] SECRET = "the password".getBytes(StandardCharsets.UTF_8);

  private final Sealing sealing = new Sealing(key(1));

  @Test
  void opensWhatItSealed() {
    assertThat(sealing.open("table", "row", sealing.seal("table", "row", SECRET)))
        .isEqualTo(SECRET);
    assertThat(sealing.open("table", "row", sealing.seal("table", "row", new byte[0]))).isEmpty();
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    assertThat(sealing.seal("table", "row", SECRET))
        .isNotEqualTo(sealing.seal("table", "row", SECRET));
  }

  @Test
  void opensForNoOtherRowTableOrKey() {
    byte[] sealed = sealing.seal("table", "row", SECRET);
    assertBroken(sealing, "table", "other", sealed);
    assertBroken(sealing, "other", "row", sealed);
    assertBroken(new Sealing(key(2)), "table", "row", sealed);
  }

  @Test
  void noticesEveryChangedBitAndEveryCut() {
    byte[] sealed = sealing.seal("table", "row", SECRET);
    Random random = new Random(7);
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= (byte) (1 << random.nextInt(8));
      assertBroken(sealing, "table", "row", changed);
      assertBroken(sealing, "table", "row", Arrays.copyOf(sealed, at));
    }
  }

  @Test
  void beginsWithItsVersion() {
    assertThat(sealing.seal("table", "row", SECRET)[0]).isEqualTo((byte) 1);
  }

  private static void assertBroken(Sealing sealing, String table, String row, byte[] sealed) {
    assertThatThrownBy(() -> sealing.open(table, row, sealed))
        .isInstanceOf(SealBrokenException.class)
        .hasMessageContaining(table)
        .hasMessageContaining(row);
  }

  private static byte[] key(int seed) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) seed);
    return key;
  }
}
