package io.coffer.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.Test;

class ScryptTest {
  @Test
  void givesTheKeysOfTheRfc() {
    assertThat(HexFormat.of().formatHex(Scrypt.derive(new byte[0], new byte[0], 16, 1, 1, 64)))
        .startsWith("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442")
        .endsWith("fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
    assertThat(
            HexFormat.of()
                .formatHex(
                    Scrypt.derive("password".getBytes(), "NaCl".getBytes(), 1024, 8, 16, 64)))
        .startsWith("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162");
  }

  @Test
  void agreesWithBouncyCastle() {
    Random random = new Random(4);
    for (int round = 0; round < 20; round++) {
      byte[] password = new byte[1 + random.nextInt(100)];
      byte[] salt = new byte[64];
      random.nextBytes(password);
      random.nextBytes(salt);
      int r = 1 + random.nextInt(8);
      assertThat(Scrypt.derive(password, salt, 256, r, 1 + round % 5, 64))
          .isEqualTo(SCrypt.generate(password, salt, 256, r, 1 + round % 5, 64));
    }
  }
}
