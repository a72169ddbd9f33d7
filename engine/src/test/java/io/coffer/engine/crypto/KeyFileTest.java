package io.coffer.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class KeyFileTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] PASSWORD = "secret".getBytes(StandardCharsets.UTF_8);

  private final MasterKey master = MasterKey.random(new SecureRandom());
  private final byte[] file =
      KeyFile.seal(
          master, PASSWORD, KeyFile.PasswordOrigin.RANDOM, "user", "host", new SecureRandom());

  @Test
  void refusesCostsThatOverflow() throws IOException {
    long[][] costs = {
      {1 << 15, 8, 1 << 30},
      {1 << 15, 1 << 24, 1},
      {1L << 31, 8, 1},
      {1L << 62, 8, 1},
      {2, 1 << 24, 1 << 24},
      {2, 1, 1 << 30},
      {1 << 30, 1 << 30, 1 << 30},
      {2, 1L << 40, 1},
      {(1L << 32) + 1024, 8, 1},
      {1024, (1L << 32) + 8, 1},
      {1024, 8, (1L << 32) + 1},
      {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE},
      {1 << 26, 1, 1},
      {2, 1, 1 << 25}
    };
    for (long[] cost : costs) {
      refuses(with(cost[0], cost[1], cost[2]));
    }
  }

  @Test
  void refusesCostsThatAreNone() throws IOException {
    long[][] costs = {
      {0, 8, 1},
      {1, 8, 1},
      {3, 8, 1},
      {-2, 8, 1},
      {1024, 0, 1},
      {1024, -8, 1},
      {1024, 8, 0},
      {1024, 8, -1},
      {Long.MIN_VALUE, 8, 1}
    };
    for (long[] cost : costs) {
      refuses(with(cost[0], cost[1], cost[2]));
    }
    ObjectNode huge = (ObjectNode) JSON.readTree(file);
    huge.put("N", BigInteger.ONE.shiftLeft(200));
    refuses(huge);
    refuses(((ObjectNode) JSON.readTree(file)).put("r", 8.5));
    refuses(((ObjectNode) JSON.readTree(file)).put("p", "1"));
    refuses(((ObjectNode) JSON.readTree(file)).put("kdf", "argon2"));
    refuses(((ObjectNode) JSON.readTree(file)).put("data", "AAAA"));
    refuses(((ObjectNode) JSON.readTree(file)).put("salt", "%%"));
  }

  @Test
  void opensOrRefusesWhateverASeedWrites() throws IOException {
    Random random = new Random(19);
    for (int round = 0; round < 1000; round++) {
      byte[] torn = file.clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        torn[random.nextInt(torn.length)] = (byte) random.nextInt();
      }
      try {
        KeyFile.open(torn, PASSWORD);
      } catch (BadSealException | IllegalArgumentException e) {
        assertThat(e).isNotInstanceOf(NumberFormatException.class);
      }
    }
  }

  @Test
  void takesAnyBytesForAPasswordButNone() {
    for (byte[] password : List.of(new byte[1], new byte[] {-1, -2}, new byte[300])) {
      byte[] sealed =
          KeyFile.seal(
              master, password, KeyFile.PasswordOrigin.RANDOM, "u", "h", new SecureRandom());
      assertThat(KeyFile.open(sealed, password)).isEqualTo(master);
    }
    assertThatThrownBy(
            () ->
                KeyFile.seal(
                    master,
                    new byte[0],
                    KeyFile.PasswordOrigin.CHOSEN,
                    "u",
                    "h",
                    new SecureRandom()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ObjectNode with(long n, long r, long p) throws IOException {
    return ((ObjectNode) JSON.readTree(file)).put("N", n).put("r", r).put("p", p);
  }

  private static void refuses(ObjectNode key) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatThrownBy(
                    () -> KeyFile.open(key.toString().getBytes(StandardCharsets.UTF_8), PASSWORD))
                .describedAs(key.toString())
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("BigInteger"));
  }
}
