package io.coffer.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealerTest {
  private static final HexFormat HEX = HexFormat.of();

  /** The vectors of Bernstein's paper on Poly1305-AES: k, r, nonce, message, tag. */
  private static final String[][] VECTORS = {
    {
      "ec074c835580741701425b623235add6",
      "851fc40c3467ac0be05cc20404f3f700",
      "fb447350c4e868c52ac3275cf9d4327e",
      "f3f6",
      "f4c633c3044fc145f84f335cb81953de"
    },
    {
      "75deaa25c09f208e1dc4ce6b5cad3fbf",
      "a0f3080000f46400d0c7e9076c834403",
      "61ee09218d29b0aaed7e154a2c5509cc",
      "",
      "dd3fab2251f11ac759f0887129cc2ee7"
    },
    {
      "6acb5f61a7176dd320c5c1eb2edcdc74",
      "48443d0bb0d21109c89a100b5ce2c208",
      "ae212a55399729595dea458bc621ff0e",
      "663cea190ffb83d89593f3f476b6bc24d7e679107ea26adb8caf6652d0656136",
      "0ee1c16bb73f0f4fd19881753c01cdbe"
    }
  };

  @Test
  void authenticatesAsPoly1305AesDoes() {
    for (String[] vector : VECTORS) {
      byte[] message = HEX.parseHex(vector[3]);
      byte[] sealed = new byte[message.length + Sealer.OVERHEAD];
      System.arraycopy(HEX.parseHex(vector[2]), 0, sealed, 0, 16);
      System.arraycopy(message, 0, sealed, 16, message.length);
      System.arraycopy(HEX.parseHex(vector[4]), 0, sealed, 16 + message.length, 16);
      MasterKey key = new MasterKey(new byte[32], HEX.parseHex(vector[0]), HEX.parseHex(vector[1]));
      assertThat(new Sealer(key).open(sealed)).hasSize(message.length);
      sealed[sealed.length - 1] ^= 1;
      assertThatThrownBy(() -> new Sealer(key).open(sealed)).isInstanceOf(BadSealException.class);
    }
  }

  @Test
  void opensWhatItSealed() {
    Sealer sealer = new Sealer(MasterKey.random(new SecureRandom()));
    for (int length : new int[] {0, 1, 15, 16, 17, 16 * 1024, 16 * 1024 + 1, 100_001}) {
      byte[] plain = new byte[length];
      new Random(length).nextBytes(plain);
      byte[] sealed = sealer.seal(plain);
      assertThat(sealed).hasSize(length + Sealer.OVERHEAD);
      assertThat(sealer.open(sealed)).isEqualTo(plain);
    }
  }

  @Test
  void refusesAnyFlippedBit() {
    Sealer sealer = new Sealer(MasterKey.random(new SecureRandom()));
    byte[] sealed = sealer.seal("some bytes to keep".getBytes());
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] damaged = sealed.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> sealer.open(damaged)).isInstanceOf(BadSealException.class);
    }
  }

  @Test
  void keyFileOpensByItsPasswordOnly() {
    SecureRandom random = new SecureRandom();
    MasterKey master = MasterKey.random(random);
    byte[] file =
        KeyFile.seal(master, bytes("päss"), KeyFile.PasswordOrigin.CHOSEN, "user", "host", random);
    assertThat(KeyFile.open(file, bytes("päss"))).isEqualTo(master);
    assertThatThrownBy(() -> KeyFile.open(file, bytes("pass")))
        .isInstanceOf(BadSealException.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
