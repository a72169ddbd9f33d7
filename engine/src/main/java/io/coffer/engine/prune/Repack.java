package io.coffer.engine.prune;

import io.coffer.engine.blob.BlobType;
import io.coffer.engine.pack.BlobDecoder;
import io.coffer.engine.pack.PackEntry;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Repository;
import java.util.List;

/** Copies the needed blobs of packs, verified, into new packs and lists these in an index. */
final class Repack {
  private Repack() {}

  static void run(Repository repository, List<PackUsage.Usage> packs) {
    if (packs.isEmpty()) {
      return;
    }
    boolean done = false;
    PackSaver saver = new PackSaver(repository, 1);
    try (saver;
        BlobDecoder decoder = new BlobDecoder(repository.masterKey())) {
      for (PackUsage.Usage pack : packs) {
        copy(repository, pack, saver, decoder);
      }
      saver.flush();
      done = true;
    } finally {
      if (!done) {
        repository.forgetIndex();
      }
    }
  }

  private static void copy(
      Repository repository, PackUsage.Usage pack, PackSaver saver, BlobDecoder decoder) {
    String name = pack.contents().pack().hex();
    byte[] sealed = new byte[0];
    for (PackEntry blob : pack.needed()) {
      if (sealed.length < blob.length()) {
        sealed = new byte[blob.length()];
      }
      repository.store().read(FileType.PACK, name, blob.offset(), sealed, blob.length());
      decoder.decode(blob, pack.contents().pack(), sealed, 0);
      PackSaver.Lane lane = blob.type() == BlobType.TREE ? saver.treeLane() : saver.lane(0);
      lane.copy(blob, sealed, 0);
    }
  }
}
