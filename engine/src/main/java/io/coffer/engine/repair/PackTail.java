package io.coffer.engine.repair;

import io.coffer.engine.DamagedException;
import io.coffer.engine.EngineException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.crypto.Sealer;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.pack.PackEntry;
import io.coffer.engine.pack.PackHeader;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Store.StoredFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Reads at the end of packs what is in them, whatever indexes say. */
final class PackTail {
  /** Most headers fit in, and come with their length in one go. */
  private static final int USUAL_BYTES = 16 * 1024;

  private final Repository repository;
  private final Sealer sealer;

  PackTail(Repository repository) {
    this.repository = repository;
    sealer = new Sealer(repository.masterKey());
  }

  /**
   * What is in a pack. Its blobs themselves are not looked at.
   *
   * @throws DamagedException if its header is not what was written, or not all of the pack is there
   */
  PackContents read(StoredFile pack) {
    byte[] sealed = header(pack);
    try {
      List<PackEntry> blobs = PackHeader.parse(sealer.open(sealed));
      PackContents contents = new PackContents(BlobId.parse(pack.name()), blobs);
      if (blobs.isEmpty() || contents.packBytes() != pack.bytes()) {
        throw new DamagedException("its blobs do not fill it");
      }
      return contents;
    } catch (EngineException | IllegalArgumentException e) {
      throw damaged(pack, e.getMessage());
    }
  }

  private byte[] header(StoredFile pack) {
    byte[] tail = end(pack, (int) Math.min(pack.bytes(), USUAL_BYTES));
    if (tail.length < PackHeader.LENGTH_BYTES) {
      throw damaged(pack, "it is too short");
    }
    int lengthAt = tail.length - PackHeader.LENGTH_BYTES;
    int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt(lengthAt);
    if (length < Sealer.OVERHEAD || length > pack.bytes() - PackHeader.LENGTH_BYTES) {
      throw damaged(pack, "its header has an impossible length");
    }
    if (length > lengthAt) {
      tail = end(pack, length + PackHeader.LENGTH_BYTES);
    }
    int end = tail.length - PackHeader.LENGTH_BYTES;
    return Arrays.copyOfRange(tail, end - length, end);
  }

  private byte[] end(StoredFile pack, int length) {
    byte[] bytes = new byte[length];
    repository.store().read(FileType.PACK, pack.name(), pack.bytes() - length, bytes, length);
    return bytes;
  }

  private static DamagedException damaged(StoredFile pack, String what) {
    return new DamagedException(FileType.PACK.path(pack.name()) + " is damaged: " + what);
  }
}
