package io.coffer.engine.crypto;

import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * Opens what is sealed, however large, piece by piece. It is read twice: not a byte of it is given
 * out before all of it was found to be authentic.
 */
public final class SealedInput extends InputStream {
  /** Reads a part of what is sealed into an array from index 0 on. */
  @FunctionalInterface
  public interface Source {
    void read(long offset, byte[] into, int length);
  }

  private static final int PIECE = 64 * Sealer.SLICE;

  private final Source source;
  private final long end;
  private final Cipher cipher;
  private final byte[] sealed = new byte[PIECE];
  private final byte[] plain = new byte[PIECE];
  private long next = Sealer.IV_BYTES;
  private int at;
  private int filled;

  /**
   * @throws BadSealException if it was not sealed under this key or was changed since
   */
  public SealedInput(MasterKey key, long length, Source source) {
    this.source = source;
    if (length < Sealer.OVERHEAD) {
      throw new BadSealException();
    }
    end = length - Poly1305.TAG_BYTES;
    Sealer sealer = new Sealer(key);
    source.read(0, sealed, Sealer.IV_BYTES);
    byte[] iv = Arrays.copyOf(sealed, Sealer.IV_BYTES);
    authenticate(sealer.authenticating(iv));
    cipher = sealer.crypting(iv);
  }

  private void authenticate(Poly1305 poly) {
    for (long from = Sealer.IV_BYTES; from < end; from += PIECE) {
      int length = (int) Math.min(PIECE, end - from);
      source.read(from, sealed, length);
      poly.update(sealed, 0, length);
    }
    byte[] tag = new byte[Poly1305.TAG_BYTES];
    poly.finish(tag, 0);
    source.read(end, sealed, tag.length);
    if (!MessageDigest.isEqual(tag, Arrays.copyOf(sealed, tag.length))) {
      throw new BadSealException();
    }
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (at == filled && !fill()) {
      return -1;
    }
    int part = Math.min(length, filled - at);
    System.arraycopy(plain, at, into, offset, part);
    at += part;
    return part;
  }

  private boolean fill() {
    int length = (int) Math.min(PIECE, end - next);
    if (length == 0) {
      return false;
    }
    source.read(next, sealed, length);
    try {
      for (int from = 0; from < length; from += Sealer.SLICE) {
        cipher.update(sealed, from, Math.min(Sealer.SLICE, length - from), plain, from);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    next += length;
    at = 0;
    filled = length;
    return true;
  }
}
