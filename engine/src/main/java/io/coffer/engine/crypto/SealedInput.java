package io.coffer.engine.crypto;

import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * Opens an envelope, however large, piece by piece. It is read twice: not a byte of it is given out
 * before all of it was found to be authentic.
 */
public final class SealedInput extends InputStream {
  /** Reads a part of the envelope into an array from index 0 on. */
  @FunctionalInterface
  public interface Source {
    void read(long offset, byte[] into, int length);
  }

  private static final int PIECE = 64 * Envelope.SLICE;

  private final Source source;
  private final long end;
  private final Cipher cipher;
  private final byte[] sealed = new byte[PIECE];
  private final byte[] plain = new byte[PIECE];
  private long next = Envelope.IV_BYTES;
  private int at;
  private int filled;

  /**
   * @throws BadEnvelopeException if the envelope was not sealed under this key or was changed since
   */
  public SealedInput(MasterKey key, long length, Source source) {
    this.source = source;
    if (length < Envelope.OVERHEAD) {
      throw new BadEnvelopeException();
    }
    end = length - Poly1305.TAG_BYTES;
    Envelope envelope = new Envelope(key);
    source.read(0, sealed, Envelope.IV_BYTES);
    byte[] iv = Arrays.copyOf(sealed, Envelope.IV_BYTES);
    authenticate(envelope.authenticating(iv));
    cipher = envelope.crypting(iv);
  }

  private void authenticate(Poly1305 poly) {
    for (long from = Envelope.IV_BYTES; from < end; from += PIECE) {
      int length = (int) Math.min(PIECE, end - from);
      source.read(from, sealed, length);
      poly.update(sealed, 0, length);
    }
    byte[] tag = new byte[Poly1305.TAG_BYTES];
    poly.finish(tag, 0);
    source.read(end, sealed, tag.length);
    if (!MessageDigest.isEqual(tag, Arrays.copyOf(sealed, tag.length))) {
      throw new BadEnvelopeException();
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
      for (int from = 0; from < length; from += Envelope.SLICE) {
        cipher.update(sealed, from, Math.min(Envelope.SLICE, length - from), plain, from);
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
