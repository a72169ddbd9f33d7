package io.coffer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.CancelledException;
import io.coffer.engine.SourceException;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.SpecialFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not answer is not waited for, and costs as little else as can be. */
class SourceCallsTest {
  @TempDir Path folder;

  @Test
  void aReadThatHangsEndsByItselfAndIsToldAsOne() throws Exception {
    SourceCalls calls = new SourceCalls(Duration.ofSeconds(2));
    Path pipe = folder.resolve("pipe");
    SpecialFiles.create(pipe, NodeType.FIFO, 0);
    try (RandomAccessFile writer = new RandomAccessFile(pipe.toFile(), "rw");
        FileChannel channel = FileChannel.open(pipe, StandardOpenOption.READ)) {
      CompletableFuture<Integer> read =
          asked(calls, pipe, channel, () -> channel.read(ByteBuffer.allocate(9)));
      assertThat(watch(calls, read)).isEmpty();
      assertThatThrownBy(read::join)
          .isInstanceOf(CompletionException.class)
          .cause()
          .cause()
          .hasMessage("it did not answer within 2 s");
      assertThat(calls.hung()).isFalse();
      assertThat(calls.ask(pipe, null, () -> "the next")).isEqualTo("the next");
    }
  }

  @Test
  void whatDoesNotComeBackIsNamedAndWhatItBringsAfterAllIsNotUsed() throws Exception {
    SourceCalls calls = new SourceCalls(Duration.ofMillis(80));
    CountDownLatch back = new CountDownLatch(1);
    CompletableFuture<Boolean> hanging = asked(calls, folder.resolve("f"), null, () -> await(back));
    Optional<SourceException> hung = watch(calls, hanging);
    assertThat(hung).get().extracting(SourceException::path).isEqualTo(folder + "/f");
    assertThat(hung.get().reason()).startsWith("it did not answer within");
    assertThat(calls.hung()).isTrue();
    back.countDown();
    assertThatThrownBy(hanging::join).cause().isInstanceOf(CancelledException.class);
    assertThatThrownBy(() -> calls.ask(folder, null, () -> 1))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void whatGoesOnMayTakeAsLongAsItTakes() throws IOException {
    SourceCalls calls = new SourceCalls(Duration.ofMillis(300));
    long end = System.nanoTime() + Duration.ofMillis(900).toNanos();
    int looks =
        calls.ask(
            folder,
            null,
            () -> {
              int count = 0;
              while (System.nanoTime() < end) {
                calls.goOn();
                assertThat(calls.look()).isEmpty();
                count++;
              }
              return count;
            });
    assertThat(looks).isPositive();
  }

  @Test
  void namedPathsThatDoNotAnswerAreToldAndTheOthersFound() {
    CountDownLatch back = new CountDownLatch(1);
    NamedPaths.Look look =
        raw -> {
          if (raw.endsWith("hangs")) {
            await(back);
          }
          return Path.of(raw);
        };
    NamedPaths found =
        NamedPaths.find(List.of("/a", "/hangs", "/b", "/c"), look, Duration.ofMillis(80));
    back.countDown();
    assertThat(found.present()).containsExactly(Path.of("/a"), Path.of("/b"), Path.of("/c"));
    assertThat(found.missing()).hasSize(1).allMatch(told -> told.startsWith("/hangs: it did not"));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new CancelledException();
    }
  }

  private static <R> CompletableFuture<R> asked(
      SourceCalls calls, Path path, FileChannel open, SourceCalls.Call<R> call) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return calls.ask(path, open, call);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> new Thread(task).start());
  }

  /** Looks until the call has ended or is given up. */
  private static Optional<SourceException> watch(SourceCalls calls, CompletableFuture<?> call)
      throws Exception {
    while (true) {
      try {
        call.handle((answer, failure) -> answer).get(20, TimeUnit.MILLISECONDS);
        return Optional.empty();
      } catch (TimeoutException e) {
        Optional<SourceException> hung = calls.look();
        if (hung.isPresent()) {
          return hung;
        }
      }
    }
  }
}
