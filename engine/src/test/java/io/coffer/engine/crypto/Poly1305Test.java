package io.coffer.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Poly1305Test {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void portableGivesTheTagOfTheRfc() {
    byte[] key = HEX.parseHex("85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b");
    byte[] text = "Cryptographic Forum Research Group".getBytes();
    assertThat(HEX.formatHex(tag(new PortablePoly1305(), key, text)))
        .isEqualTo("a8061dc1305136c6c22b8baf0c0127a9");
  }

  @Test
  void portableReducesFullLimbsLikeBouncyCastle() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      byte[] key = new byte[32];
      byte[] text = new byte[random.nextInt(300)];
      if (round % 3 == 0) {
        java.util.Arrays.fill(text, (byte) 0xff);
        java.util.Arrays.fill(key, (byte) 0xff);
        key[random.nextInt(16)] = 1;
      } else {
        random.nextBytes(text);
        random.nextBytes(key);
      }
      clamp(key);
      var reference = new org.bouncycastle.crypto.macs.Poly1305();
      reference.init(new org.bouncycastle.crypto.params.KeyParameter(key));
      reference.update(text, 0, text.length);
      byte[] expected = new byte[16];
      reference.doFinal(expected, 0);
      assertThat(tag(new PortablePoly1305(), key, text)).isEqualTo(expected);
      assertThat(tag(Poly1305.fastest(), key, text)).isEqualTo(expected);
    }
  }

  private static void clamp(byte[] key) {
    for (int i : new int[] {3, 7, 11, 15}) {
      key[i] &= 0x0f;
    }
    for (int i : new int[] {4, 8, 12}) {
      key[i] &= (byte) 0xfc;
    }
  }

  private static byte[] tag(Poly1305 poly, byte[] key, byte[] text) {
    byte[] tag = new byte[16];
    poly.tag(key, text, 0, text.length, tag, 0);
    return tag;
  }
}
