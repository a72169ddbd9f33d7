package io.coffer.engine;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.index.IndexFile;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.pack.PackEntry;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.tree.Metadata;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.TreeFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Fills a repository as years of small files would: its indexes, trees and snapshot are real, its
 * packs of data have the right size and nothing in them, so that it takes little room.
 */
final class LargeRepository {
  private static final int BLOB_BYTES = 80_000;
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-03-01T12:00:00Z");

  private final Repository repository;
  private final Path folder;
  private final int blobsInPack;
  private final Random random = new Random(16);
  private final List<Node> files = new ArrayList<>();

  LargeRepository(EngineRun engine, int blobsInPack) {
    this.repository = engine.open();
    this.folder = engine.repository();
    this.blobsInPack = blobsInPack;
  }

  /** Adds blobs of which one snapshot needs all. */
  void addUsed(int blobs) throws IOException {
    PackSaver saver = new PackSaver(repository, 1);
    try (saver) {
      for (int from = 0; from < blobs; from += IndexFile.USUAL_BLOBS) {
        List<BlobId> content = addIndex(Math.min(IndexFile.USUAL_BLOBS, blobs - from));
        String name = String.format(Locale.ROOT, "part-%05d", from / IndexFile.USUAL_BLOBS);
        Metadata metadata = Metadata.synthetic(0644, TIME);
        Node data = Node.file("data", metadata, (long) content.size() * plainBytes(), content);
        BlobId tree = saver.saveTree(TreeFile.encode(List.of(data)));
        files.add(Node.folder(name, Metadata.synthetic(0755, TIME), tree));
      }
      BlobId root = saver.saveTree(TreeFile.encode(files));
      saver.flush();
      new Snapshots(repository)
          .save(
              new Snapshot("", TIME, Optional.empty(), root, List.of("/"), "years", "", List.of()));
    }
  }

  /** Adds blobs that no snapshot needs. */
  void addUnused(int blobs) throws IOException {
    addIndex(blobs);
  }

  private List<BlobId> addIndex(int blobs) throws IOException {
    List<BlobId> all = new ArrayList<>();
    List<PackContents> packs = new ArrayList<>();
    while (all.size() < blobs) {
      List<PackEntry> entries = new ArrayList<>();
      while (entries.size() < blobsInPack && all.size() < blobs) {
        BlobId id = randomId();
        long offset = (long) entries.size() * BLOB_BYTES;
        entries.add(new PackEntry(BlobType.DATA, id, offset, BLOB_BYTES, plainBytes()));
        all.add(id);
      }
      PackContents pack = new PackContents(randomId(), entries);
      write(pack);
      packs.add(pack);
    }
    repository.saveUnpacked(FileType.INDEX, IndexFile.encode(packs));
    return all;
  }

  private void write(PackContents pack) throws IOException {
    Path path = folder.resolve(FileType.PACK.path(pack.pack().hex()));
    Files.createDirectories(path.getParent());
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(pack.packBytes());
    }
  }

  private BlobId randomId() {
    return new BlobId(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  private static int plainBytes() {
    return 2 * BLOB_BYTES;
  }
}
