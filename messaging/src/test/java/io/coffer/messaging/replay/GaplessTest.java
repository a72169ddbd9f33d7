package io.coffer.messaging.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.task.TaskEvent;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaplessTest {

  private final Gapless order = new Gapless();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7})
  void bringsAnyOrderWithRepeatsIntoTheRightOne(long seed) {
    Random random = new Random(seed);
    List<Received> came = new ArrayList<>();
    LongStream.rangeClosed(1, 50).forEach(seq -> came.add(event("p", seq)));
    LongStream.range(0, 20).forEach(i -> came.add(event("p", 1 + random.nextInt(50))));
    Collections.shuffle(came, random);
    List<Long> folded = new ArrayList<>();
    for (int from = 0; from < came.size(); from += 7) {
      seqs(order.next(came.subList(from, Math.min(from + 7, came.size())))).forEach(folded::add);
    }
    assertThat(folded).containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
    assertThat(order.left()).isEmpty();
  }

  @Test
  void keepsProjectsApartAndSaysWhoseTurnNeverCame() {
    assertThat(order.next(List.of(event("p", 1), event("q", 2), event("p", 9)))).hasSize(1);
    assertThat(order.next(List.of(event("q", 1)))).hasSize(2);
    assertThat(seqs(order.left())).containsExactly(9L);
  }

  /** Garbage in the place of an event must not take the event's turn. */
  @Test
  void givesTheTurnOfWhatCouldNotBeFoldedToTheNextThatClaimsIt() {
    Received garbage = event("p", 2);
    Received real = event("p", 2);
    order.next(List.of(event("p", 1)));
    assertThat(order.next(List.of(garbage, event("p", 3), real))).hasSize(2);
    order.undo();
    assertThat(order.offer(garbage)).containsSame(garbage);
    assertThat(order.offer(event("p", 3))).isEmpty();
    assertThat(order.offer(real)).containsSame(real);
    assertThat(order.folded(real)).map(event -> event.envelope().seq()).contains(3L);
  }

  @Test
  void letsGarbageThatWaitsTakeNoTurnOfAnEventThatWaits() {
    Received garbage = event("p", 2);
    Received real = event("p", 2);
    Received first = event("p", 1);
    assertThat(order.next(List.of(garbage, real, event("p", 3)))).isEmpty();
    assertThat(order.offer(first)).containsSame(first);
    assertThat(order.folded(first)).containsSame(garbage);
    assertThat(order.refused(garbage)).containsSame(real);
    assertThat(order.folded(real)).map(event -> event.envelope().seq()).contains(3L);
  }

  private static List<Long> seqs(List<Received> events) {
    return events.stream().map(event -> event.envelope().seq()).toList();
  }

  private static Received event(String project, long seq) {
    Envelope stamped =
        Envelope.stamped(UUID.randomUUID(), "t", "s", Instant.EPOCH, project, null, null);
    return new Received(
        stamped.effect(stamped.project(), UUID.randomUUID(), "t", "s", null, seq),
        new TaskEvent.TaskStarted(UUID.randomUUID(), Instant.EPOCH));
  }
}
