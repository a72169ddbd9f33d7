package io.coffer.engine.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens {@code IV(16) || AES-256-CTR(plaintext) || Poly1305-AES(16)}. The authenticator
 * covers the ciphertext. One instance belongs to one thread at a time.
 */
public final class Sealer {
  public static final int IV_BYTES = 16;

  /** How much longer what is sealed is than its plaintext. */
  public static final int OVERHEAD = IV_BYTES + Poly1305.TAG_BYTES;

  /**
   * Cipher and authenticator run on the processor's own instructions only when the JVM has compiled
   * their callers, which it does after some thousand calls: so these are many and small.
   */
  static final int SLICE = 4 * 1024;

  private final SecureRandom random = new SecureRandom();
  private final Poly1305 poly = Poly1305.fastest();
  private final SecretKeySpec encryptKey;
  private final byte[] oneTimeKey = new byte[32];
  private final byte[] iv = new byte[IV_BYTES];
  private final byte[] tag = new byte[Poly1305.TAG_BYTES];
  private final Cipher ctr;
  private final Cipher nonceCipher;

  public Sealer(MasterKey key) {
    try {
      encryptKey = new SecretKeySpec(key.encrypt(), "AES");
      ctr = Cipher.getInstance("AES/CTR/NoPadding");
      nonceCipher = Cipher.getInstance("AES/ECB/NoPadding");
      nonceCipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.macK(), "AES"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES", e);
    }
    System.arraycopy(key.macR(), 0, oneTimeKey, 0, 16);
    for (int i : new int[] {3, 7, 11, 15}) {
      oneTimeKey[i] &= 0x0f;
    }
    for (int i : new int[] {4, 8, 12}) {
      oneTimeKey[i] &= (byte) 0xfc;
    }
  }

  public byte[] seal(byte[] plaintext) {
    byte[] out = new byte[plaintext.length + OVERHEAD];
    seal(plaintext, 0, plaintext.length, out, 0);
    return out;
  }

  /** Seals under a fresh random IV; {@code out} must not overlap the input. */
  public int seal(byte[] in, int offset, int length, byte[] out, int outOffset) {
    System.arraycopy(freshIv(), 0, out, outOffset, IV_BYTES);
    crypt(in, offset, length, out, outOffset + IV_BYTES);
    authenticate(out, outOffset + IV_BYTES, length, out, outOffset + IV_BYTES + length);
    return length + OVERHEAD;
  }

  /**
   * @throws BadSealException if it was not sealed under this key or was changed since
   */
  public byte[] open(byte[] sealed) {
    if (sealed.length < OVERHEAD) {
      throw new BadSealException();
    }
    byte[] out = new byte[sealed.length - OVERHEAD];
    open(sealed, 0, sealed.length, out, 0);
    return out;
  }

  /**
   * Opens into {@code out}, which must not overlap the input.
   *
   * @return the length of the plaintext
   * @throws BadSealException if it was not sealed under this key or was changed since
   */
  public int open(byte[] in, int offset, int length, byte[] out, int outOffset) {
    int plain = length - OVERHEAD;
    if (plain < 0) {
      throw new BadSealException();
    }
    System.arraycopy(in, offset, iv, 0, IV_BYTES);
    authenticate(in, offset + IV_BYTES, plain, tag, 0);
    int at = offset + IV_BYTES + plain;
    if (!MessageDigest.isEqual(tag, Arrays.copyOfRange(in, at, at + Poly1305.TAG_BYTES))) {
      throw new BadSealException();
    }
    crypt(in, offset + IV_BYTES, plain, out, outOffset);
    return plain;
  }

  private void crypt(byte[] in, int offset, int length, byte[] out, int outOffset) {
    try {
      crypting(iv);
      int at = 0;
      while (length - at > SLICE) {
        at += ctr.update(in, offset + at, SLICE, out, outOffset + at);
      }
      ctr.doFinal(in, offset + at, length - at, out, outOffset + at);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void authenticate(byte[] in, int offset, int length, byte[] out, int outOffset) {
    authenticator(iv).tag(oneTimeKey, in, offset, length, out, outOffset);
  }

  /** The authenticator, and its key for an IV in {@link #oneTimeKey}. */
  private Poly1305 authenticator(byte[] ofIv) {
    try {
      nonceCipher.doFinal(ofIv, 0, IV_BYTES, oneTimeKey, 16);
      return poly;
    } catch (ShortBufferException
        | javax.crypto.IllegalBlockSizeException
        | javax.crypto.BadPaddingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins the authenticator of what is sealed or opened in pieces. */
  Poly1305 authenticating(byte[] ofIv) {
    Poly1305 begun = authenticator(ofIv);
    begun.begin(oneTimeKey);
    return begun;
  }

  /** Begins the cipher of what is sealed or opened in pieces. */
  Cipher crypting(byte[] ofIv) {
    try {
      ctr.init(Cipher.ENCRYPT_MODE, encryptKey, new IvParameterSpec(ofIv));
      return ctr;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A random IV that is not zero. */
  byte[] freshIv() {
    do {
      random.nextBytes(iv);
    } while (Arrays.equals(iv, new byte[IV_BYTES]));
    return iv;
  }
}
