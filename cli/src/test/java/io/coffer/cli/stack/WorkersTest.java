package io.coffer.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.local.LocalProcess;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WorkersTest {

  private static final List<StackProcess> TWO =
      List.of(worker("backup-worker"), worker("backup-worker-2"));

  @Test
  void oneRunsWhereNobodySaidAnything() {
    assertThat(Workers.wanted(OptionalInt.empty(), List.of(), List.of()))
        .containsExactly("backup-worker");
  }

  @Test
  void asManyAsThereWereGoOn() {
    assertThat(Workers.wanted(OptionalInt.empty(), List.of(), TWO)).hasSize(2);
    assertThat(
            Workers.wanted(
                OptionalInt.empty(),
                List.of("kafka", "backup-worker", "backup-worker-2"),
                List.of()))
        .containsExactly("backup-worker", "backup-worker-2");
  }

  @Test
  void whatIsAskedForWins() {
    List<String> one = Workers.wanted(OptionalInt.of(1), List.of(), TWO);
    assertThat(one).containsExactly("backup-worker");
    assertThat(Workers.tooMany(one, TWO)).containsExactly(TWO.get(1));
    assertThat(Workers.tooMany(one, List.of(worker("kafka")))).isEmpty();
  }

  private static StackProcess worker(String name) {
    return new StackProcess(name, new LocalProcess(1, 1), 1);
  }
}
