package io.coffer.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UnreadAnswersTest {

  @Test
  void letsThoseWithTheMostToReadGoAndNoneMore() {
    assertThat(beyond(100, 10, 60, 0, 50, 30)).containsExactly(60L);
    assertThat(beyond(40, 10, 60, 0, 50, 30)).containsExactly(60L, 50L);
    assertThat(beyond(0, 1, 0, 2)).containsExactly(2L, 1L);
  }

  @Test
  void letsNobodyGoWithinTheBound() {
    assertThat(beyond(150, 10, 60, 50, 30)).isEmpty();
    assertThat(beyond(0)).isEmpty();
  }

  private static List<Long> beyond(long most, long... unread) {
    return UnreadAnswers.beyond(
            most, LongStream.of(unread).mapToObj(bytes -> new UnreadAnswers(null, bytes)).toList())
        .stream()
        .map(UnreadAnswers::bytes)
        .toList();
  }
}
