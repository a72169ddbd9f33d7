package io.coffer.messaging.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Message;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.testing.TurnedClock;
import io.coffer.messaging.testing.UnsetSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DueLoopTest {

  private final List<Integer> told = new ArrayList<>();
  private final List<Integer> done = new ArrayList<>();
  private final TurnedClock clock = new TurnedClock();
  private int broken;

  @Test
  void tellsOfAllPagesHoweverManyFail() {
    broken = 7;
    assertThat(new Numbers().tick()).isEqualTo(9);
    assertThat(told).containsExactlyElementsOf(numbers(9));
    assertThat(done).containsExactly(7, 8);
  }

  @BeforeEach
  void stopTheClock() {
    clock.show(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void leavesAloneWhatFailedTwiceAndNothingElse() {
    broken = 1;
    Numbers loop = new Numbers();
    loop.tick();
    loop.tick();
    told.clear();
    assertThat(loop.tick()).isEqualTo(9);
    assertThat(told).containsExactlyElementsOf(numbers(9).subList(1, 9));
  }

  @Test
  void tellsNothingOfWhatIsOnItsWay() {
    new Numbers() {
      @Override
      protected DueMessage about(Integer due, Instant now) {
        return due < 5 ? null : super.about(due, now);
      }
    }.tick();
    assertThat(done).containsExactly(5, 6, 7, 8);
  }

  private static List<Integer> numbers(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  /** Nine numbers are due, in pages of two; the first ones break whoever hears of them. */
  private class Numbers extends DueLoop<Integer> {

    Numbers() {
      super("numbers", UnsetSettings.of(RoundSettings.class), new Listener(), clock);
    }

    @Override
    protected List<Integer> due(Instant now, Integer last) {
      int from = last == null ? 0 : last + 1;
      return numbers(9).subList(from, Math.min(9, from + 2));
    }

    @Override
    protected DueMessage about(Integer due, Instant now) {
      return new DueMessage(new UUID(0, due), "number", "project", new Message() {});
    }

    @Override
    protected void done(Integer due) {
      done.add(due);
    }
  }

  private class Listener extends LocalDispatch {

    Listener() {
      super(null, "test");
    }

    @Override
    public void give(UUID id, String type, Instant at, String project, Message message) {
      int number = (int) id.getLeastSignificantBits();
      told.add(number);
      if (number < broken) {
        throw new IllegalStateException("of no use");
      }
    }
  }
}
