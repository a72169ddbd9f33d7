package io.coffer.engine.blob;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 into ids. Not for use by two threads at once. */
public final class Hasher {
  private final MessageDigest digest = sha256();
  private final byte[] out = new byte[BlobId.BYTES];

  public BlobId id(byte[] data, int offset, int length) {
    digest.update(data, offset, length);
    return finish();
  }

  public void update(byte[] data, int offset, int length) {
    digest.update(data, offset, length);
  }

  /** The id of all that was given since the last call, and starts anew. */
  public BlobId finish() {
    try {
      digest.digest(out, 0, out.length);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
    return BlobId.of(out, 0);
  }

  public void reset() {
    digest.reset();
  }

  /** SHA-256, for what has no id of a blob. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
