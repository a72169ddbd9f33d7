package io.coffer.engine.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** Seals what is written to it, however much, as one whole; closing it ends that. */
public final class SealedOutput extends OutputStream {
  private final OutputStream out;
  private final Cipher cipher;
  private final Poly1305 poly;
  private final byte[] plain = new byte[Sealer.SLICE];
  private final byte[] sealed = new byte[Sealer.SLICE];
  private int filled;

  public SealedOutput(MasterKey key, OutputStream out) throws IOException {
    this.out = out;
    Sealer sealer = new Sealer(key);
    byte[] iv = sealer.freshIv();
    out.write(iv, 0, Sealer.IV_BYTES);
    cipher = sealer.crypting(iv);
    poly = sealer.authenticating(iv);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int at = 0; at < length; ) {
      int part = Math.min(length - at, plain.length - filled);
      System.arraycopy(bytes, offset + at, plain, filled, part);
      filled += part;
      at += part;
      if (filled == plain.length) {
        drain();
      }
    }
  }

  private void drain() throws IOException {
    try {
      cipher.update(plain, 0, filled, sealed, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    poly.update(sealed, 0, filled);
    out.write(sealed, 0, filled);
    filled = 0;
  }

  /** Ends the whole; what it was written to stays open. */
  @Override
  public void close() throws IOException {
    drain();
    byte[] tag = new byte[Poly1305.TAG_BYTES];
    poly.finish(tag, 0);
    out.write(tag);
  }
}
