package io.coffer.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.blob.Hasher;
import org.junit.jupiter.api.Test;

class PackBufferTest {
  private static final int TINY = 50;
  private static final BlobId ID = new Hasher().id(new byte[] {1}, 0, 1);

  private final byte[] sealed = new byte[TINY];

  @Test
  void tinyBlobsFillAPackByTheirNumber() {
    PackBuffer pack = new PackBuffer(4);
    fill(pack, 32_767);
    assertThat(pack.isFull()).isFalse();
    fill(pack, 1);
    assertThat(pack.isFull()).isTrue();
    assertThat(pack.size()).isLessThan(2 << 20);
  }

  @Test
  void twoPacksOfManyBlobsStayApart() {
    PackBuffer one = new PackBuffer(4);
    PackBuffer other = new PackBuffer(4);
    fill(one, 20_000);
    fill(other, 12_000);
    assertThat(one.hasRoomFor(other)).isTrue();
    fill(other, 1_000);
    assertThat(one.hasRoomFor(other)).isFalse();
  }

  private void fill(PackBuffer pack, int blobs) {
    for (int i = 0; i < blobs; i++) {
      pack.appendSealed(new PackEntry(BlobType.DATA, ID, 0, TINY, 0), sealed, 0);
    }
  }
}
