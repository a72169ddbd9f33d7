package io.coffer.engine.pack;

import com.github.luben.zstd.Zstd;
import io.coffer.engine.DamagedException;
import java.util.Arrays;

/** The plaintext of index, snapshot and lock files: a version byte and one zstd frame. */
public final class Compressed {
  private static final int LEVEL = 3;
  private static final byte VERSION = 2;
  private static final long MAX_BYTES = 1L << 30;

  private Compressed() {}

  public static byte[] pack(byte[] json) {
    byte[] frame = Zstd.compress(json, LEVEL);
    byte[] out = new byte[frame.length + 1];
    out[0] = VERSION;
    System.arraycopy(frame, 0, out, 1, frame.length);
    return out;
  }

  /**
   * Takes also JSON that was stored uncompressed.
   *
   * @throws DamagedException if it is neither
   */
  public static byte[] unpack(byte[] plaintext, String name) {
    if (plaintext.length > 0 && (plaintext[0] == '{' || plaintext[0] == '[')) {
      return plaintext;
    }
    if (plaintext.length < 2 || plaintext[0] != VERSION) {
      throw new DamagedException(name + " is neither compressed nor JSON");
    }
    byte[] frame = Arrays.copyOfRange(plaintext, 1, plaintext.length);
    long size = Zstd.getFrameContentSize(frame);
    if (size < 0 || size > MAX_BYTES) {
      return stream(frame, name);
    }
    byte[] out = new byte[(int) size];
    long written = Zstd.decompress(out, frame);
    if (Zstd.isError(written) || written != size) {
      throw new DamagedException(name + " does not decompress");
    }
    return out;
  }

  private static byte[] stream(byte[] frame, String name) {
    try (var in =
        new com.github.luben.zstd.ZstdInputStream(new java.io.ByteArrayInputStream(frame))) {
      return in.readAllBytes();
    } catch (java.io.IOException e) {
      throw new DamagedException(name + " does not decompress", e);
    }
  }
}
