package io.coffer.engine.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key derivation of RFC 7914 on flat arrays: a command of its own process derives one key with
 * code that the JVM has not compiled yet, so it is kept small enough to be compiled at once.
 */
final class Scrypt {
  private static final int WORDS = 16;

  private Scrypt() {}

  static byte[] derive(byte[] password, byte[] salt, int n, int r, int p, int length) {
    int blockBytes = 128 * r;
    byte[] blocks = pbkdf2(password, salt, p * blockBytes);
    int[] memory = new int[Math.multiplyExact(n, 32 * r)];
    for (int i = 0; i < p; i++) {
      ByteBuffer bytes =
          ByteBuffer.wrap(blocks, i * blockBytes, blockBytes).order(ByteOrder.LITTLE_ENDIAN);
      int[] block = new int[32 * r];
      bytes.asIntBuffer().get(block);
      mix(block, memory, n);
      bytes.asIntBuffer().put(block);
    }
    return pbkdf2(password, blocks, length);
  }

  private static void mix(int[] block, int[] memory, int n) {
    int size = block.length;
    int[] scratch = new int[size];
    int[] x = new int[WORDS];
    for (int i = 0; i < n; i++) {
      System.arraycopy(block, 0, memory, i * size, size);
      mixBlock(block, scratch, x);
    }
    for (int i = 0; i < n; i++) {
      int j = block[size - WORDS] & n - 1;
      xor(block, 0, memory, j * size, size);
      mixBlock(block, scratch, x);
    }
  }

  private static void mixBlock(int[] block, int[] scratch, int[] x) {
    int size = block.length;
    System.arraycopy(block, size - WORDS, x, 0, WORDS);
    for (int at = 0; at < size; at += WORDS) {
      xor(x, 0, block, at, WORDS);
      salsa(x);
      int even = at / 2 & -WORDS;
      System.arraycopy(x, 0, scratch, at / WORDS % 2 == 0 ? even : size / 2 + even, WORDS);
    }
    System.arraycopy(scratch, 0, block, 0, size);
  }

  private static void xor(int[] target, int to, int[] source, int from, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] ^= source[from + i];
    }
  }

  /** Salsa20 with eight rounds: the four columns or rows of a round as diagonals of a square. */
  private static void salsa(int[] x) {
    int a0 = x[0], a1 = x[5], a2 = x[10], a3 = x[15];
    int b0 = x[4], b1 = x[9], b2 = x[14], b3 = x[3];
    int c0 = x[8], c1 = x[13], c2 = x[2], c3 = x[7];
    int d0 = x[12], d1 = x[1], d2 = x[6], d3 = x[11];
    for (int round = 0; round < 8; round++) {
      b0 ^= Integer.rotateLeft(a0 + d0, 7);
      b1 ^= Integer.rotateLeft(a1 + d1, 7);
      b2 ^= Integer.rotateLeft(a2 + d2, 7);
      b3 ^= Integer.rotateLeft(a3 + d3, 7);
      c0 ^= Integer.rotateLeft(b0 + a0, 9);
      c1 ^= Integer.rotateLeft(b1 + a1, 9);
      c2 ^= Integer.rotateLeft(b2 + a2, 9);
      c3 ^= Integer.rotateLeft(b3 + a3, 9);
      d0 ^= Integer.rotateLeft(c0 + b0, 13);
      d1 ^= Integer.rotateLeft(c1 + b1, 13);
      d2 ^= Integer.rotateLeft(c2 + b2, 13);
      d3 ^= Integer.rotateLeft(c3 + b3, 13);
      a0 ^= Integer.rotateLeft(d0 + c0, 18);
      a1 ^= Integer.rotateLeft(d1 + c1, 18);
      a2 ^= Integer.rotateLeft(d2 + c2, 18);
      a3 ^= Integer.rotateLeft(d3 + c3, 18);
      // the next round goes over the square's other direction: b and d change places, shifted
      int t0 = b0, t1 = b1, t2 = b2, t3 = b3;
      b0 = d1;
      b1 = d2;
      b2 = d3;
      b3 = d0;
      d0 = t3;
      d1 = t0;
      d2 = t1;
      d3 = t2;
      int u = c0;
      c0 = c2;
      c2 = u;
      u = c1;
      c1 = c3;
      c3 = u;
    }
    x[0] += a0;
    x[5] += a1;
    x[10] += a2;
    x[15] += a3;
    x[4] += b0;
    x[9] += b1;
    x[14] += b2;
    x[3] += b3;
    x[8] += c0;
    x[13] += c1;
    x[2] += c2;
    x[7] += c3;
    x[12] += d0;
    x[1] += d1;
    x[6] += d2;
    x[11] += d3;
  }

  /** PBKDF2 with HMAC-SHA-256 and one iteration. */
  private static byte[] pbkdf2(byte[] password, byte[] salt, int length) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      // the JDK refuses an empty key; a zero byte is padded to the same block
      mac.init(new SecretKeySpec(password.length == 0 ? new byte[1] : password, "HmacSHA256"));
      byte[] out = new byte[length];
      for (int at = 0, number = 1; at < length; at += mac.getMacLength(), number++) {
        mac.update(salt);
        mac.update(ByteBuffer.allocate(4).putInt(0, number));
        byte[] part = mac.doFinal();
        System.arraycopy(part, 0, out, at, Math.min(part.length, length - at));
      }
      return out;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
