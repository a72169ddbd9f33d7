package io.coffer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.check.Check;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.SpecialFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Holes, and times that few know how to write. */
class UnusualFilesTest extends TreeRepository {

  /** The stock tool cannot restore such times. */
  @Test
  void setsTimesThatAreMoreThanJavaCounts() throws IOException {
    Instant late = Instant.parse("2400-06-01T01:02:03Z");
    SpecialFiles.setTimes(source, NodeType.DIR, late, late);
    assertThat(Files.getLastModifiedTime(source).toInstant()).isEqualTo(late);
  }

  /** The same bytes, once with holes and once with zeros, are the same chunks. */
  @Test
  void skipsHolesAndCutsTheSameChunks() throws IOException {
    long mib = 1 << 20;
    long[][] data = {{}, {0}, {23}, {0, 9, 10, 21}};
    for (int i = 0; i < data.length; i++) {
      Path sparse = source.resolve("sparse" + i);
      Path dense = Files.createDirectories(folder.resolve("dense")).resolve("dense" + i);
      byte[] content = new byte[(int) (24 * mib + i * 100_001)];
      try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
        file.setLength(content.length);
        for (long at : data[i]) {
          byte[] piece = new byte[700_000];
          new Random(at).nextBytes(piece);
          System.arraycopy(piece, 0, content, (int) (at * mib), piece.length);
          file.seek(at * mib);
          file.write(piece);
        }
      }
      Files.write(dense, content);
    }
    BackupResult result = backup(Optional.empty());
    if (Runtime.version().feature() >= 22) {
      assertThat(result.readBytes()).isLessThan(result.processedBytes() * 3 / 4);
    }
    restore(result.snapshotId(), "/", folder.resolve("r"));
    for (int i = 0; i < data.length; i++) {
      Path restored = below(folder.resolve("r"), source.resolve("sparse" + i));
      assertThat(Files.mismatch(restored, folder.resolve("dense/dense" + i))).isEqualTo(-1);
    }
    source = folder.resolve("dense");
    assertThat(backup(Optional.empty()).newBlobs()).as("only trees").isLessThan(8);
    restic.check();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_22)
  void doesNotReadAHugeHole() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(source.resolve("huge").toFile(), "rw")) {
      file.setLength(64L << 30);
      file.seek(33L << 30);
      file.write(1);
    }
    BackupResult result = backup(Optional.empty());
    assertThat(result.processedBytes()).isEqualTo(64L << 30);
    assertThat(result.readBytes()).isLessThan(40 << 20);
  }

  /** {@code touch} of files and links to seconds that only some file systems keep. */
  @Test
  void keepsFoldersWithTimesThatTheFormatCannotWrite() throws Exception {
    long[] seconds = {-70_000_000_000L, 253_402_300_800L, 400_000_000_000L, -62_167_219_201L};
    for (int i = 0; i < seconds.length; i++) {
      Files.writeString(source.resolve("file" + i), "content " + i);
      Files.createSymbolicLink(source.resolve("link" + i), Path.of("file" + i));
      for (String name : List.of("file" + i, "link" + i)) {
        String[] touch = {"touch", "-h", "-d", "@" + seconds[i], source.resolve(name).toString()};
        assertThat(new ProcessBuilder(touch).start().waitFor()).isZero();
      }
    }
    BackupResult result = backup(Optional.empty());
    restic.check();
    assertThat(new Check(repository).run(true).errors()).isEmpty();
    restic.run("backup", source.toString());
    assertThat(tree(result)).isEqualTo(tree("latest"));
    assertThat(backup(Optional.of(result.snapshotId())).readBytes()).isZero();
    restore(result.snapshotId(), "/", folder.resolve("r"));
    assertThat(below(folder.resolve("r"), source.resolve("file2"))).hasContent("content 2");
  }
}
