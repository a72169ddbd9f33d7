package io.coffer.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

@EnabledForJreRange(min = JRE.JAVA_22)
class LibcTest {
  @TempDir Path folder;

  /** The pipe is opened for writing after some seconds, so that a JVM that stands goes on. */
  @Test
  void aCallThatWaitsDoesNotKeepTheCollectorWaiting() throws Exception {
    Path pipe = folder.resolve("pipe");
    SpecialFiles.create(pipe, NodeType.FIFO, 0);
    Libc.Function open = Libc.function("open").orElseThrow();
    CountDownLatch calling = new CountDownLatch(1);
    AtomicBoolean opened = new AtomicBoolean();
    Thread waiting =
        new Thread(
            () -> {
              calling.countDown();
              open.call(Libc.path(RawPath.raw(pipe)), 0);
              opened.set(true);
            });
    waiting.start();
    calling.await();
    Process writer = new ProcessBuilder("sh", "-c", "sleep 3; exec 3>" + pipe).start();
    for (int i = 0; i < 20; i++) {
      System.gc();
    }
    assertThat(opened).isFalse();
    waiting.join();
    assertThat(writer.waitFor()).isZero();
  }

  @Test
  void pointersOfEverySizeComeAsTheyWere() {
    Libc.Function copy = Libc.function("strncpy").orElseThrow();
    for (int length : new int[] {1, 5000, 15_000, 16_384, 17_000, 70_000}) {
      NativeMemory into = new NativeMemory(length + 1);
      copy.call(into.address(), Libc.path("x".repeat(length)), length + 1);
      byte[] found = new byte[length + 1];
      into.bytes().get(0, found);
      assertThat(new String(found, StandardCharsets.ISO_8859_1))
          .isEqualTo("x".repeat(length) + '\0');
    }
  }

  @Test
  void findsHolesAndTimes() throws Exception {
    Path sparse = folder.resolve("sparse");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(1 << 30);
      file.seek(1 << 29);
      file.write(1);
    }
    try (Holes holes = Holes.of(sparse, 1 << 30).orElseThrow()) {
      assertThat(holes.nextData(0)).isEqualTo(1 << 29);
      assertThat(holes.nextData((1 << 29) + (1 << 20))).isEqualTo(1 << 30);
    }
    assertThat(Stat.of(sparse).size()).isEqualTo(Files.size(sparse));
    assertThat(Stat.of(sparse).modified()).isEqualTo(Files.getLastModifiedTime(sparse).toInstant());
  }
}
