package io.coffer.engine.store;

import io.coffer.engine.DamagedException;
import io.coffer.engine.crypto.BadEnvelopeException;
import io.coffer.engine.crypto.Envelope;
import io.coffer.engine.crypto.MasterKey;
import io.coffer.engine.pack.Compressed;

/** JSON as a repository keeps it: compressed, then encrypted. */
public final class SealedJson {
  private final MasterKey masterKey;

  SealedJson(MasterKey masterKey) {
    this.masterKey = masterKey;
  }

  public byte[] seal(byte[] json) {
    return new Envelope(masterKey).seal(Compressed.pack(json));
  }

  /**
   * What was sealed.
   *
   * @param path names the file in messages
   * @throws DamagedException if this is not what was sealed
   */
  public byte[] open(byte[] bytes, String path) {
    try {
      return Compressed.unpack(new Envelope(masterKey).open(bytes), path);
    } catch (BadEnvelopeException e) {
      throw new DamagedException(path + " is damaged: " + e.getMessage(), e);
    }
  }
}
