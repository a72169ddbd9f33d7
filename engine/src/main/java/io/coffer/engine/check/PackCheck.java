package io.coffer.engine.check;

import io.coffer.engine.Crew;
import io.coffer.engine.EngineException;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.index.BlobLocation;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.pack.BlobDecoder;
import io.coffer.engine.pack.LargeBlob;
import io.coffer.engine.pack.PackEntry;
import io.coffer.engine.pack.PackHeader;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads packs and compares every byte of them with what index and ids say. Of a pack, which the
 * stock tool may have made large, only a part is in memory.
 */
final class PackCheck {
  private static final int USUAL_READ = 4 << 20;
  private static final int LARGE = 16 << 20;

  private final Repository repository;
  private final Findings findings;

  PackCheck(Repository repository, Findings findings) {
    this.repository = repository;
    this.findings = findings;
  }

  void run(List<PackContents> packs) {
    AtomicInteger cursor = new AtomicInteger();
    try (Crew crew = new Crew(Crew.usualSize(), "check")) {
      crew.run(
          number -> {
            try (Reader reader = new Reader()) {
              for (int i = cursor.getAndIncrement();
                  i < packs.size();
                  i = cursor.getAndIncrement()) {
                reader.check(packs.get(i));
              }
            }
          });
    }
  }

  /** The number of the first blob that is not read together with a certain one. */
  private static int endOfRead(List<PackEntry> blobs, int from) {
    int to = from + 1;
    while (!isLarge(blobs.get(from))
        && to < blobs.size()
        && !isLarge(blobs.get(to))
        && end(blobs.get(to)) - blobs.get(from).offset() <= USUAL_READ) {
      to++;
    }
    return to;
  }

  /** The longest blobs of data are in memory at once, the trees of large folders are not. */
  private static boolean isLarge(PackEntry blob) {
    return blob.plainLength() > LARGE || blob.length() > LARGE;
  }

  private static long end(PackEntry blob) {
    return blob.offset() + blob.length();
  }

  /** One of the threads, and what it reads into. */
  private final class Reader implements AutoCloseable {
    private final BlobDecoder decoder = new BlobDecoder(repository.masterKey());
    private final Hasher hasher = new Hasher();
    private byte[] bytes = new byte[USUAL_READ];

    void check(PackContents pack) {
      String name = pack.pack().hex();
      boolean blobsSound = true;
      boolean damaged = false;
      hasher.reset();
      try {
        List<PackEntry> blobs = pack.blobs();
        for (int from = 0, to; from < blobs.size(); from = to) {
          to = endOfRead(blobs, from);
          long begin = blobs.get(from).offset();
          if (isLarge(blobs.get(from))) {
            blobsSound &= isSound(pack, blobs.get(from));
            continue;
          }
          read(name, begin, (int) (end(blobs.get(to - 1)) - begin));
          blobsSound &= areSound(pack, blobs.subList(from, to), begin);
        }
        long end = blobs.isEmpty() ? 0 : end(blobs.get(blobs.size() - 1));
        int tail = pack.tailBytes();
        read(name, end, tail);
        damaged = !hasher.finish().equals(pack.pack());
        if (damaged) {
          findings.error("pack " + name + " is damaged: its hash is not its name");
        }
        damaged |= !isHeaderSound(pack, tail);
      } catch (EngineException e) {
        findings.badPack(pack, "pack " + name + ": " + e.getMessage());
      }
      if (damaged && blobsSound) {
        findings.touch(pack);
      }
    }

    private void read(String name, long offset, int length) {
      if (bytes.length < length || bytes.length > USUAL_READ && length <= USUAL_READ) {
        bytes = new byte[Math.max(length, USUAL_READ)];
      }
      repository.store().read(FileType.PACK, name, offset, bytes, length);
      hasher.update(bytes, 0, length);
      findings.readBytes.addAndGet(length);
    }

    /** Reads a blob twice: for the hash of the pack, and for its own. */
    private boolean isSound(PackContents pack, PackEntry blob) {
      for (long at = blob.offset(); at < end(blob); at += USUAL_READ) {
        read(pack.pack().hex(), at, (int) Math.min(USUAL_READ, end(blob) - at));
      }
      try (LargeBlob content = repository.largeBlob(new BlobLocation(pack.pack(), blob))) {
        while (content.read(bytes, 0, USUAL_READ) >= 0) {
          continue; // it tells at its end
        }
        return true;
      } catch (EngineException e) {
        findings.badBlob(blob.id(), e.getMessage());
        return false;
      }
    }

    private boolean areSound(PackContents pack, List<PackEntry> blobs, long begin) {
      boolean sound = true;
      for (PackEntry blob : blobs) {
        try {
          decoder.decode(blob, pack.pack(), bytes, (int) (blob.offset() - begin));
        } catch (EngineException e) {
          findings.badBlob(blob.id(), e.getMessage());
          sound = false;
        }
      }
      return sound;
    }

    private boolean isHeaderSound(PackContents pack, int tail) {
      String name = pack.pack().hex();
      try {
        int end = tail - PackHeader.LENGTH_BYTES;
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
        if (length != end) {
          throw new EngineException("its header has another length");
        }
        byte[] header = decoder.sealer().open(Arrays.copyOf(bytes, length));
        if (!PackHeader.parse(header).equals(pack.blobs())) {
          throw new EngineException("its header is not what the index says");
        }
        return true;
      } catch (EngineException | IllegalArgumentException e) {
        findings.error("pack " + name + " is damaged: " + e.getMessage());
        return false;
      }
    }

    @Override
    public void close() {
      decoder.close();
    }
  }
}
