package io.coffer.engine.store;

import io.coffer.engine.DamagedException;
import io.coffer.engine.crypto.BadSealException;
import io.coffer.engine.crypto.MasterKey;
import io.coffer.engine.crypto.Sealer;
import io.coffer.engine.pack.Compressed;

/** JSON as a repository keeps it: compressed, then encrypted. */
public final class SealedJson {
  private final MasterKey masterKey;

  SealedJson(MasterKey masterKey) {
    this.masterKey = masterKey;
  }

  public byte[] seal(byte[] json) {
    return new Sealer(masterKey).seal(Compressed.pack(json));
  }

  /**
   * What was sealed.
   *
   * @param path names the file in messages
   * @throws DamagedException if this is not what was sealed
   */
  public byte[] open(byte[] bytes, String path) {
    try {
      return Compressed.unpack(new Sealer(masterKey).open(bytes), path);
    } catch (BadSealException e) {
      throw new DamagedException(path + " is damaged: " + e.getMessage(), e);
    }
  }
}
