package io.coffer.engine.store;

import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.index.AnyPlace;
import io.coffer.engine.index.BlobLocation;
import io.coffer.engine.pack.BlobDecoder;
import io.coffer.engine.pack.LargeBlob;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** Reads blobs one by one, in a buffer that is used again. */
final class BlobReader {
  /** Buffers above this are not kept for blobs that need less. */
  private static final int LARGE = 1 << 20;

  private final Repository repository;
  private final BlobDecoder decoder;
  private byte[] sealed = new byte[0];

  BlobReader(Repository repository) {
    this.repository = repository;
    this.decoder = new BlobDecoder(repository.masterKey());
  }

  InputStream open(BlobId id) {
    BlobLocation location = location(id);
    return location.plainLength() > LargeBlob.BYTES
        ? AnyPlace.read(repository.index(), location, this::inPieces)
        : new ByteArrayInputStream(load(id));
  }

  synchronized byte[] load(BlobId id) {
    return AnyPlace.read(repository.index(), location(id), this::load);
  }

  private byte[] load(BlobLocation location) {
    int length = location.entry().length();
    if (sealed.length < length || sealed.length > LARGE && length <= LARGE) {
      sealed = new byte[length];
    }
    read(location, 0, sealed, length);
    int plainLength = decoder.decode(location.entry(), location.pack(), sealed, 0);
    return Arrays.copyOf(decoder.plain(), plainLength);
  }

  LargeBlob inPieces(BlobLocation location) {
    return new LargeBlob(
        repository.masterKey(),
        location.pack(),
        location.entry(),
        (offset, into, length) -> read(location, offset, into, length));
  }

  /** Gives back the memory that is used again. */
  synchronized void rest() {
    sealed = new byte[0];
    decoder.rest();
  }

  private BlobLocation location(BlobId id) {
    return repository
        .index()
        .find(id)
        .orElseThrow(() -> new DamagedException("blob " + id + " is in no index"));
  }

  private void read(BlobLocation location, long offset, byte[] into, int length) {
    String pack = location.pack().hex();
    long begin = location.entry().offset() + offset;
    repository.store().read(FileType.PACK, pack, begin, into, length);
  }
}
