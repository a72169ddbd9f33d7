package io.coffer.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChunkerTest {
  private static final int MIB = 1 << 20;

  private static byte[] data;

  private final Chunker chunker = new Chunker(0x3DA3358B4DC173L);

  @BeforeAll
  static void randomEndsAroundALongRunOfOneByte() {
    data = new byte[32 * MIB];
    new Random(1).nextBytes(data);
    Arrays.fill(data, 6 * MIB, 24 * MIB, (byte) 7);
  }

  @Test
  void findsTheSameChunksHoweverLittleIsThereAtOnce() {
    List<Integer> whole = new ArrayList<>();
    for (int at = 0; at < data.length; at += whole.get(whole.size() - 1)) {
      whole.add(chunker.chunk(data, at, data.length - at, 0));
    }
    assertThat(whole).contains(Chunker.MAX).hasSizeGreaterThan(10);
    for (int seed = 0; seed < 20; seed++) {
      assertThat(piecewise(new Random(seed))).isEqualTo(whole);
    }
  }

  private List<Integer> piecewise(Random random) {
    List<Integer> lengths = new ArrayList<>();
    for (int at = 0; at < data.length; ) {
      int available = 0;
      int length = 0;
      while (length == available && length < Math.min(Chunker.MAX, data.length - at)) {
        int more = 1 + random.nextInt(random.nextBoolean() ? 100 : MIB);
        available = Math.min(data.length - at, available + more);
        length = chunker.chunk(data, at, available, Math.max(0, length - 1));
      }
      lengths.add(length);
      at += length;
    }
    return lengths;
  }
}
