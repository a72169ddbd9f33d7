package io.coffer.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.crypto.MasterKey;
import io.coffer.engine.crypto.Sealer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackHeaderTest {
  private static final BlobId ID = new Hasher().id(new byte[] {1}, 0, 1);

  @Test
  void entriesComeBackWithImpliedOffsets() {
    List<PackEntry> entries =
        List.of(
            new PackEntry(BlobType.DATA, ID, 0, 1000, 0),
            new PackEntry(BlobType.DATA, ID, 1000, 300, 4096),
            new PackEntry(BlobType.TREE, ID, 1300, 50, 70),
            new PackEntry(BlobType.TREE, ID, 1350, 90, 0));
    byte[] header = PackHeader.encode(entries);
    assertThat(header).hasSize(37 + 41 + 41 + 37);
    assertThat(PackHeader.parse(header)).isEqualTo(entries);
  }

  @Test
  void readsTheDocumentedBytes() {
    byte[] header = HexFormat.of().parseHex("02" + "2c010000" + "00100000" + ID.hex());
    assertThat(PackHeader.parse(header))
        .containsExactly(new PackEntry(BlobType.DATA, ID, 0, 300, 4096));
  }

  @Test
  void refusesWhatIsNoHeader() {
    assertThatThrownBy(() -> PackHeader.parse(new byte[] {9}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PackHeader.parse(new byte[36]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void packIsNamedByTheHashOfItsFile() {
    MasterKey key = MasterKey.random(new SecureRandom());
    PackBuffer pack = new PackBuffer(1);
    try (BlobEncoder encoder = new BlobEncoder(key);
        BlobDecoder decoder = new BlobDecoder(key)) {
      byte[] zeros = new byte[5000];
      BlobId id = new Hasher().id(zeros, 0, zeros.length);
      encoder.encode(BlobType.DATA, id, zeros, 0, zeros.length, pack);
      BlobId name = pack.finish(encoder.sealer());
      assertThat(new Hasher().id(pack.bytes(), 0, pack.size())).isEqualTo(name);
      PackEntry entry = pack.entries().get(0);
      assertThat(entry.compressed()).isTrue();
      assertThat(decoder.decode(entry, name, pack.bytes(), 0)).isEqualTo(5000);
      assertThat(Arrays.copyOf(decoder.plain(), 5000)).isEqualTo(zeros);
      int headerLength = pack.size() - entry.length() - 4;
      byte[] header =
          new Sealer(key)
              .open(
                  Arrays.copyOfRange(pack.bytes(), entry.length(), entry.length() + headerLength));
      assertThat(PackHeader.parse(header)).containsExactly(entry);
    }
  }
}
