package io.coffer.engine.blob;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The SHA-256 of a blob's plaintext: its name in the repository. */
public record BlobId(long a, long b, long c, long d) implements Comparable<BlobId> {
  public static final int BYTES = 32;
  private static final HexFormat HEX = HexFormat.of();

  public static BlobId of(byte[] bytes, int offset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, BYTES);
    return new BlobId(in.getLong(), in.getLong(), in.getLong(), in.getLong());
  }

  /**
   * @throws IllegalArgumentException if the text is not 64 hex digits
   */
  public static BlobId parse(String hex) {
    if (hex.length() != 2 * BYTES) {
      throw new IllegalArgumentException("not an id: " + hex);
    }
    return new BlobId(part(hex, 0), part(hex, 16), part(hex, 32), part(hex, 48));
  }

  private static long part(String hex, int from) {
    return HexFormat.fromHexDigitsToLong(hex, from, from + 16);
  }

  public String hex() {
    return HEX.toHexDigits(a) + HEX.toHexDigits(b) + HEX.toHexDigits(c) + HEX.toHexDigits(d);
  }

  public void write(byte[] target, int offset) {
    ByteBuffer.wrap(target, offset, BYTES).putLong(a).putLong(b).putLong(c).putLong(d);
  }

  /** Spelled out, as the record's own would be put together anew in every process. */
  @Override
  public boolean equals(Object other) {
    return other instanceof BlobId id && a == id.a && b == id.b && c == id.c && d == id.d;
  }

  @Override
  public int hashCode() {
    return (int) (a ^ (a >>> 32));
  }

  @Override
  public int compareTo(BlobId other) {
    int order = Long.compareUnsigned(a, other.a);
    if (order == 0) {
      order = Long.compareUnsigned(b, other.b);
    }
    if (order == 0) {
      order = Long.compareUnsigned(c, other.c);
    }
    return order != 0 ? order : Long.compareUnsigned(d, other.d);
  }

  @Override
  public String toString() {
    return hex();
  }
}
