package io.coffer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.SpecialFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @TempDir Path folder;

  @Test
  void refusesWhatIsNoDiskWithoutOpeningIt() throws IOException {
    Path pipe = folder.resolve("pipe");
    SpecialFiles.create(pipe, NodeType.FIFO, 0);
    Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
    Path socket = folder.resolve("socket");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      assertRefused(pipe, "a pipe is no volume");
      assertRefused(link, "a pipe is no volume");
      assertRefused(socket, "a socket is no volume");
      assertRefused(folder, "a folder is no volume");
      assertRefused(Path.of("/dev/zero"), "a character device is no volume");
    }
  }

  @Test
  void tellsAVolumeThatShrankWhileItWasRead() throws IOException {
    Path file = Files.write(folder.resolve("volume"), new byte[10_000]);
    try (FileSource source = FileSource.open(file, PATIENCE)) {
      source.requireSize();
      try (RandomAccessFile changed = new RandomAccessFile(file.toFile(), "rw")) {
        changed.setLength(20_000);
        source.requireSize();
        changed.setLength(9_999);
      }
      assertThatThrownBy(source::requireSize).hasMessageContaining("from 10000 to 9999 bytes");
    }
  }

  /** A pipe is what hangs for sure; it is opened past the source, which would refuse it. */
  @Test
  void waitsNoLongerThanAllowedAndClosesWhatComesTooLate() throws Exception {
    Path pipe = folder.resolve("pipe");
    SpecialFiles.create(pipe, NodeType.FIFO, 0);
    CompletableFuture<FileChannel> late = new CompletableFuture<>();
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    assertThatThrownBy(
            () ->
                Deadline.within(
                    PATIENCE,
                    () -> {
                      late.complete(FileChannel.open(pipe));
                      return (AutoCloseable) () -> closed.complete(true);
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not answer within 1 s");
    assertThat(late).isNotDone();
    FileChannel.open(pipe, StandardOpenOption.WRITE).close();
    late.get(10, TimeUnit.SECONDS).close();
    assertThat(closed.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void passesOnWhatACallAnswersOrThrows() throws IOException {
    assertThat(Deadline.within(PATIENCE, () -> 7)).isEqualTo(7);
    assertThatThrownBy(() -> FileSource.open(folder.resolve("none"), PATIENCE))
        .isInstanceOf(java.nio.file.NoSuchFileException.class);
    assertThatThrownBy(
            () ->
                Deadline.within(
                    PATIENCE,
                    () -> {
                      throw new IllegalStateException("as it is");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void assertRefused(Path path, String reason) {
    assertThatThrownBy(() -> FileSource.open(path, PATIENCE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(reason);
  }
}
