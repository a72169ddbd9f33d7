package io.coffer.worker.repository;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for the database: {@code version(1) || nonce(12) || AES-256-GCM}. What is sealed
 * for one row opens for no other one, because table and row are part of what is authenticated.
 */
public final class Sealing {

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  /**
   * @param key 32 bytes
   */
  Sealing(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException("a sealing key has 32 bytes");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  public byte[] seal(String table, String row, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, table, row, ByteBuffer.wrap(secret));
    return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * @throws SealBrokenException when it was sealed by another key, for another row, or was changed
   */
  public byte[] open(String table, String row, byte[] sealed) {
    if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != VERSION) {
      throw new SealBrokenException(table, row);
    }
    ByteBuffer buffer = ByteBuffer.wrap(sealed).position(1);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    return crypt(Cipher.DECRYPT_MODE, nonce, table, row, buffer);
  }

  private byte[] crypt(int mode, byte[] nonce, String table, String row, ByteBuffer input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((VERSION + "/" + table + "/" + row).getBytes(StandardCharsets.UTF_8));
      byte[] bytes = new byte[input.remaining()];
      input.get(bytes);
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      if (mode == Cipher.DECRYPT_MODE) {
        throw new SealBrokenException(table, row);
      }
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }
}
