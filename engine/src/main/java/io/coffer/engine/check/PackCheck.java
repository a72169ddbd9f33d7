package io.coffer.engine.check;

import io.coffer.engine.Crew;
import io.coffer.engine.EngineException;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.crypto.Envelope;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.pack.BlobDecoder;
import io.coffer.engine.pack.PackEntry;
import io.coffer.engine.pack.PackHeader;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads packs and compares every byte of them with what index and ids say. */
final class PackCheck {
  /** Bytes of packs in memory at once. */
  private static final int ROOM = 80 << 20;

  private final Semaphore room = new Semaphore(ROOM, true);
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
            try (BlobDecoder decoder = new BlobDecoder(repository.masterKey())) {
              for (int i = cursor.getAndIncrement();
                  i < packs.size();
                  i = cursor.getAndIncrement()) {
                check(packs.get(i), decoder);
              }
            }
          });
    }
  }

  private void check(PackContents pack, BlobDecoder decoder) {
    int share = (int) Math.min(ROOM, pack.packBytes());
    room.acquireUninterruptibly(share);
    try {
      checkInMemory(pack, decoder);
    } finally {
      room.release(share);
    }
  }

  private void checkInMemory(PackContents pack, BlobDecoder decoder) {
    String name = pack.pack().hex();
    byte[] bytes;
    try {
      bytes = repository.store().read(FileType.PACK, name);
    } catch (EngineException e) {
      findings.badPack(pack, "pack " + name + ": " + e.getMessage());
      return;
    }
    findings.readBytes.addAndGet(bytes.length);
    boolean damaged = !new Hasher().id(bytes, 0, bytes.length).equals(pack.pack());
    if (damaged) {
      findings.error("pack " + name + " is damaged: its hash is not its name");
    }
    damaged |= !isHeaderSound(pack, bytes, decoder.envelope());
    boolean blobsSound = true;
    for (PackEntry blob : pack.blobs()) {
      try {
        if (blob.offset() + blob.length() > bytes.length) {
          throw new EngineException("pack " + name + " ends inside blob " + blob.id());
        }
        decoder.decode(blob, pack.pack(), bytes, (int) blob.offset());
      } catch (EngineException e) {
        findings.badBlob(blob.id(), e.getMessage());
        blobsSound = false;
      }
    }
    if (damaged && blobsSound) {
      findings.touch(pack);
    }
  }

  private boolean isHeaderSound(PackContents pack, byte[] bytes, Envelope envelope) {
    String name = pack.pack().hex();
    try {
      int end = bytes.length - PackHeader.LENGTH_BYTES;
      int length = end < 0 ? -1 : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
      if (length < 0 || length > end) {
        throw new EngineException("it has no header");
      }
      byte[] header = envelope.open(Arrays.copyOfRange(bytes, end - length, end));
      if (!PackHeader.parse(header).equals(pack.blobs())) {
        throw new EngineException("its header is not what the index says");
      }
      return true;
    } catch (EngineException | IllegalArgumentException e) {
      findings.error("pack " + name + " is damaged: " + e.getMessage());
      return false;
    }
  }
}
