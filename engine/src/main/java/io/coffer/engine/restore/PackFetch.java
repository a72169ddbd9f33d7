package io.coffer.engine.restore;

import io.coffer.engine.Crew;
import io.coffer.engine.DamagedException;
import io.coffer.engine.StoreException;
import io.coffer.engine.TargetException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.index.BlobLocation;
import io.coffer.engine.pack.BlobDecoder;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fetches the blocks that are still missing, pack by pack in the order of the pack, with few large
 * reads, and writes each of them wherever it belongs.
 */
final class PackFetch {
  private static final int MAX_READ = 4 * 1024 * 1024;
  private static final int MAX_GAP = 1024 * 1024;

  private record Wanted(int block, BlobLocation location) {
    long offset() {
      return location.entry().offset();
    }

    long end() {
      return offset() + location.entry().length();
    }
  }

  private final Repository repository;
  private final FileLayout layout;
  private final RestoreTarget target;
  private final RestoreTally tally;
  private final AtomicInteger cursor = new AtomicInteger();

  PackFetch(Repository repository, FileLayout layout, RestoreTarget target, RestoreTally tally) {
    this.repository = repository;
    this.layout = layout;
    this.target = target;
    this.tally = tally;
  }

  void run(Crew crew, BitSet done) {
    List<List<Wanted>> reads = plan(done);
    crew.run(number -> work(crew, reads));
  }

  private List<List<Wanted>> plan(BitSet done) {
    Map<BlobId, List<Wanted>> packs = new LinkedHashMap<>();
    for (int block = done.nextClearBit(0);
        block < layout.blocks();
        block = done.nextClearBit(block + 1)) {
      BlobLocation location = layout.location(block);
      packs
          .computeIfAbsent(location.pack(), pack -> new ArrayList<>())
          .add(new Wanted(block, location));
    }
    List<List<Wanted>> reads = new ArrayList<>();
    for (List<Wanted> wanted : packs.values()) {
      wanted.sort(Comparator.comparingLong(Wanted::offset));
      int from = 0;
      for (int i = 1; i <= wanted.size(); i++) {
        if (i == wanted.size() || !fits(wanted.get(from), wanted.get(i - 1), wanted.get(i))) {
          reads.add(wanted.subList(from, i));
          from = i;
        }
      }
    }
    return reads;
  }

  private static boolean fits(Wanted first, Wanted last, Wanted next) {
    return next.end() - first.offset() <= MAX_READ && next.offset() - last.end() <= MAX_GAP
        || next.offset() == last.offset();
  }

  private void work(Crew crew, List<List<Wanted>> reads) {
    byte[] sealed = new byte[0];
    try (BlobDecoder decoder = new BlobDecoder(repository.masterKey())) {
      while (!crew.failed()) {
        int number = cursor.getAndIncrement();
        if (number >= reads.size()) {
          return;
        }
        tally.checkCancelled();
        List<Wanted> read = reads.get(number);
        long offset = read.get(0).offset();
        int length = Math.toIntExact(read.get(read.size() - 1).end() - offset);
        if (sealed.length < length) {
          sealed = new byte[Math.max(length, MAX_READ)];
        }
        String pack = read.get(0).location().pack().hex();
        try {
          repository.store().read(FileType.PACK, pack, offset, sealed, length);
        } catch (DamagedException | StoreException e) {
          read.forEach(wanted -> write(wanted, elsewhere(wanted)));
          continue;
        }
        tally.readBytes.addAndGet(length);
        place(read, offset, sealed, decoder);
      }
    }
  }

  private void place(List<Wanted> read, long offset, byte[] sealed, BlobDecoder decoder) {
    BlobId decoded = null;
    byte[] plain = null;
    for (Wanted wanted : read) {
      BlobLocation location = wanted.location();
      if (!location.entry().id().equals(decoded)) {
        int at = (int) (wanted.offset() - offset);
        plain = decode(wanted, sealed, at, decoder);
        decoded = location.entry().id();
      }
      write(wanted, plain);
    }
  }

  private byte[] decode(Wanted wanted, byte[] sealed, int at, BlobDecoder decoder) {
    try {
      decoder.decode(wanted.location().entry(), wanted.location().pack(), sealed, at);
      return decoder.plain();
    } catch (DamagedException e) {
      return elsewhere(wanted);
    }
  }

  /** What cannot be had where it was looked for may lie in another pack too. */
  private byte[] elsewhere(Wanted wanted) {
    return repository.loadBlob(wanted.location().entry().id());
  }

  private void write(Wanted wanted, byte[] bytes) {
    int length = wanted.location().plainLength();
    try {
      target.write(ByteBuffer.wrap(bytes, 0, length), layout.offset(wanted.block()));
      tally.writtenBytes.addAndGet(length);
    } catch (IOException e) {
      throw new TargetException("the target cannot be written: " + e.getMessage(), e);
    }
    tally.processed(length);
  }
}
