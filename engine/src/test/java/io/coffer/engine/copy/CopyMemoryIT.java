package io.coffer.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.EngineRun;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.check.Check;
import io.coffer.engine.pack.BlobSpool;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.tree.Metadata;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.TreeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large folder and more bytes than there is memory. */
class CopyMemoryIT {
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-03-01T12:00:00Z");
  private static final int FILES = 40_000;
  private static final int BYTES = 5_000;

  @TempDir Path folder;

  /** Takes both repositories and their passwords. */
  public static void main(String... arguments) {
    Repository from = Repository.open(new LocalStore(Path.of(arguments[0])), arguments[1]);
    Repository to = Repository.open(new LocalStore(Path.of(arguments[2])), arguments[3]);
    List<Snapshots.Details> all = new Snapshots(from).details();
    new SnapshotCopy(from, to).run(all, tags -> tags, CopyListener.NONE);
  }

  @Test
  void copiesWhatIsLargerThanTheHeap() throws Exception {
    EngineRun from = new EngineRun(Files.createDirectory(folder.resolve("from")));
    EngineRun to = new EngineRun(Files.createDirectory(folder.resolve("to")));
    from.init();
    to.init();
    fill(from.open());
    assertThat(from.open().storedBytes()).isGreaterThan(FILES * (long) BYTES);
    Process copying =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx144m",
                "-Xmn20m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CopyMemoryIT.class.getName(),
                from.repository().toString(),
                from.password(),
                to.repository().toString(),
                to.password())
            .inheritIO()
            .start();
    assertThat(copying.waitFor()).isZero();
    assertThat(new Snapshots(to.open()).list())
        .extracting(Snapshot::tree)
        .isEqualTo(new Snapshots(from.open()).list().stream().map(Snapshot::tree).toList());
    assertThat(new Check(to.open()).run(true).errors()).isEmpty();
  }

  /** Long names make a tree of some twenty megabytes. */
  private static void fill(Repository repository) throws IOException {
    Random random = new Random(4);
    byte[] content = new byte[BYTES];
    Metadata metadata = Metadata.synthetic(0644, TIME);
    List<Node> nodes = new ArrayList<>();
    PackSaver saver = new PackSaver(repository, 1);
    try (saver;
        BlobSpool spool = new BlobSpool()) {
      for (int i = 0; i < FILES; i++) {
        random.nextBytes(content);
        BlobId blob = saver.lane(0).save(content, 0, BYTES);
        String name = String.format(Locale.ROOT, "f%06d%s", i, "-".repeat(200));
        nodes.add(Node.file(name, metadata, BYTES, List.of(blob)));
      }
      spool.write(TreeFile.encode(nodes));
      BlobId tree = saver.saveTree(spool);
      saver.flush();
      new Snapshots(repository)
          .save(
              new Snapshot("", TIME, Optional.empty(), tree, List.of("/"), "wide", "", List.of()));
    }
  }
}
