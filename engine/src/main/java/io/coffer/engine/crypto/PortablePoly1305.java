package io.coffer.engine.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Poly1305 with three limbs of 44, 44 and 42 bits. Both factors are shifted by ten bits before the
 * high product is taken, so that it comes out in units of 2^44 and no carries between words arise.
 */
final class PortablePoly1305 implements Poly1305 {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MASK44 = 0xfffffffffffL;
  private static final long MASK42 = 0x3ffffffffffL;
  private static final int SHIFT = 10;

  private final byte[] last = new byte[16];
  private byte[] key;
  private long factor0;
  private long factor1;
  private long factor2;
  private long sum0;
  private long sum1;
  private long sum2;

  @Override
  public void begin(byte[] oneTimeKey) {
    key = oneTimeKey.clone();
    long t0 = (long) LONG.get(key, 0);
    long t1 = (long) LONG.get(key, 8);
    factor0 = t0 & 0xffc0fffffffL;
    factor1 = ((t0 >>> 44) | (t1 << 20)) & 0xfffffc0ffffL;
    factor2 = (t1 >>> 24) & 0x00ffffffc0fL;
    sum0 = 0;
    sum1 = 0;
    sum2 = 0;
  }

  @Override
  public void update(byte[] data, int offset, int length) {
    long r0 = factor0;
    long r1 = factor1;
    long r2 = factor2;
    long s1 = r1 * 20;
    long s2 = r2 * 20;
    long h0 = sum0;
    long h1 = sum1;
    long h2 = sum2;
    byte[] in = data;
    int at = offset;
    int left = length;
    while (left > 0) {
      long high = 1L << 40;
      if (left < 16) {
        java.util.Arrays.fill(last, (byte) 0);
        System.arraycopy(data, at, last, 0, left);
        last[left] = 1;
        in = last;
        at = 0;
        high = 0;
      }
      long m0 = (long) LONG.get(in, at);
      long m1 = (long) LONG.get(in, at + 8);
      h0 += m0 & MASK44;
      h1 += ((m0 >>> 44) | (m1 << 20)) & MASK44;
      h2 += ((m1 >>> 24) & MASK42) | high;

      long low0 = low(h0, r0) + low(h1, s2) + low(h2, s1);
      long low1 = low(h0, r1) + low(h1, r0) + low(h2, s2);
      long low2 = low(h0, r2) + low(h1, r1) + low(h2, r0);
      long high0 = high(h0, r0) + high(h1, s2) + high(h2, s1);
      long high1 = high(h0, r1) + high(h1, r0) + high(h2, s2);
      long high2 = high(h0, r2) + high(h1, r1) + high(h2, r0);

      h0 = low0 & MASK44;
      low1 += high0 + (low0 >>> 44);
      h1 = low1 & MASK44;
      low2 += high1 + (low1 >>> 44);
      h2 = low2 & MASK42;
      h0 += ((high2 << 2) + (low2 >>> 42)) * 5;
      h1 += h0 >>> 44;
      h0 &= MASK44;
      at += 16;
      left -= 16;
    }
    sum0 = h0;
    sum1 = h1;
    sum2 = h2;
  }

  @Override
  public void finish(byte[] tag, int tagOffset) {
    finish(sum0, sum1, sum2, key, tag, tagOffset);
  }

  private static long low(long h, long r) {
    return (h * r) & MASK44;
  }

  private static long high(long h, long r) {
    return Math.multiplyHigh(h << SHIFT, r << SHIFT);
  }

  private static void finish(long a0, long a1, long a2, byte[] key, byte[] tag, int tagOffset) {
    long h0 = a0;
    long h1 = a1;
    long h2 = a2;
    for (int round = 0; round < 2; round++) {
      h1 += h0 >>> 44;
      h0 &= MASK44;
      h2 += h1 >>> 44;
      h1 &= MASK44;
      h0 += (h2 >>> 42) * 5;
      h2 &= MASK42;
    }
    h1 += h0 >>> 44;
    h0 &= MASK44;
    long g0 = h0 + 5;
    long g1 = h1 + (g0 >>> 44);
    g0 &= MASK44;
    long g2 = h2 + (g1 >>> 44) - (1L << 42);
    g1 &= MASK44;
    if (g2 >= 0) {
      h0 = g0;
      h1 = g1;
      h2 = g2;
    }
    long k0 = (long) LONG.get(key, 16);
    long k1 = (long) LONG.get(key, 24);
    long w0 = h0 | (h1 << 44);
    long w1 = (h1 >>> 20) | (h2 << 24);
    long low = w0 + k0;
    long carry = Long.compareUnsigned(low, w0) < 0 ? 1 : 0;
    LONG.set(tag, tagOffset, low);
    LONG.set(tag, tagOffset + 8, w1 + k1 + carry);
  }
}
