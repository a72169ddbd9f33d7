package io.coffer.engine.index;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.crypto.BadSealException;
import io.coffer.engine.crypto.MasterKey;
import io.coffer.engine.crypto.Sealer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The bytes of a sorted index: the records, the ids of the packs and of the index files, and their
 * counts and hash, sealed. A blob that is believed to be stored and is not would be lost, so a file
 * that anybody changed is none.
 */
final class SortedFile {
  private static final long FORMAT = 0x636f666665720001L;
  private static final int HASH_BYTES = 32;
  private static final int TRAILER = Long.BYTES + 3 * Integer.BYTES + HASH_BYTES + Sealer.OVERHEAD;
  private static final int PIECE = 8192 * BlobRecord.BYTES;

  private SortedFile() {}

  static long bytes(int records, int packs, int indexFiles) {
    return (long) records * BlobRecord.BYTES + (packs + indexFiles) * (long) BlobId.BYTES + TRAILER;
  }

  static SortedBlobs write(
      RandomAccessFile file,
      MasterKey key,
      Iterator<BlobRecord> records,
      int count,
      List<BlobId> packs,
      Set<String> indexFiles)
      throws IOException {
    MessageDigest digest = Hasher.sha256();
    SortedBlobs blobs = new SortedBlobs(file, count, List.copyOf(packs), Set.copyOf(indexFiles));
    ByteBuffer buffer = ByteBuffer.allocate(PIECE);
    BlobId before = null;
    for (int rank = 0; rank < count; rank++) {
      BlobRecord record = records.next();
      record.write(buffer);
      blobs.mark(rank, record.id(), before);
      before = record.id();
      if (!buffer.hasRemaining()) {
        drain(buffer, file, digest);
      }
    }
    drain(buffer, file, digest);
    List<BlobId> ids = new ArrayList<>(packs);
    blobs.indexFiles().forEach(name -> ids.add(BlobId.parse(name)));
    for (BlobId id : ids) {
      if (buffer.remaining() < BlobId.BYTES) {
        drain(buffer, file, digest);
      }
      buffer.putLong(id.a()).putLong(id.b()).putLong(id.c()).putLong(id.d());
    }
    drain(buffer, file, digest);
    ByteBuffer trailer = ByteBuffer.allocate(TRAILER - Sealer.OVERHEAD);
    trailer.putLong(FORMAT).putInt(count).putInt(packs.size()).putInt(indexFiles.size());
    trailer.put(digest.digest());
    file.write(new Sealer(key).seal(trailer.array()));
    return blobs;
  }

  private static void drain(ByteBuffer buffer, RandomAccessFile file, MessageDigest digest)
      throws IOException {
    file.write(buffer.array(), 0, buffer.position());
    digest.update(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  /** Empty if it is not what was written under this key. */
  static Optional<SortedBlobs> read(RandomAccessFile file, MasterKey key) throws IOException {
    long size = file.length();
    if (size < TRAILER) {
      return Optional.empty();
    }
    byte[] sealed = new byte[TRAILER];
    file.seek(size - TRAILER);
    file.readFully(sealed);
    try {
      ByteBuffer trailer = ByteBuffer.wrap(new Sealer(key).open(sealed));
      long format = trailer.getLong();
      int count = trailer.getInt();
      int packs = trailer.getInt();
      int indexFiles = trailer.getInt();
      if (format != FORMAT || size != bytes(count, packs, indexFiles)) {
        return Optional.empty();
      }
      return read(file, count, packs, indexFiles, trailer);
    } catch (BadSealException e) {
      return Optional.empty();
    }
  }

  private static Optional<SortedBlobs> read(
      RandomAccessFile file, int count, int packs, int indexFiles, ByteBuffer hash)
      throws IOException {
    MessageDigest digest = Hasher.sha256();
    file.seek((long) count * BlobRecord.BYTES);
    byte[] ids = new byte[(packs + indexFiles) * BlobId.BYTES];
    file.readFully(ids);
    List<BlobId> packIds = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < packs + indexFiles; i++) {
      BlobId id = BlobId.of(ids, i * BlobId.BYTES);
      if (i < packs) {
        packIds.add(id);
      } else {
        names.add(id.hex());
      }
    }
    SortedBlobs blobs = new SortedBlobs(file, count, List.copyOf(packIds), Set.copyOf(names));
    byte[] piece = new byte[PIECE];
    BlobId before = null;
    file.seek(0);
    for (int rank = 0; rank < count; ) {
      int some = Math.min(PIECE / BlobRecord.BYTES, count - rank);
      file.readFully(piece, 0, some * BlobRecord.BYTES);
      digest.update(piece, 0, some * BlobRecord.BYTES);
      for (int i = 0; i < some; i++, rank++) {
        BlobId id = BlobId.of(piece, i * BlobRecord.BYTES);
        blobs.mark(rank, id, before);
        before = id;
      }
    }
    digest.update(ids);
    byte[] expected = new byte[HASH_BYTES];
    hash.get(expected);
    return MessageDigest.isEqual(expected, digest.digest()) ? Optional.of(blobs) : Optional.empty();
  }
}
