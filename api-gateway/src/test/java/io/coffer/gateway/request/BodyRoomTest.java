package io.coffer.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyRoomTest {

  private final BodyRoom room = new BodyRoom(100);
  private final BodyRoom.Share one = room.share();
  private final BodyRoom.Share other = room.share();

  @Test
  void hasRoomForAllTogetherUpToItsBound() {
    assertThat(one.take(60)).isTrue();
    assertThat(other.take(40)).isTrue();
    assertThat(one.take(1)).isFalse();
  }

  @Test
  void takesNothingWhenItRefuses() {
    assertThat(one.take(101)).isFalse();
    assertThat(other.take(100)).isTrue();
  }

  @Test
  void hasRoomAgainForWhatIsGivenBack() {
    one.take(50);
    one.take(20);
    other.take(30);
    one.giveBack();
    one.giveBack();
    assertThat(other.take(71)).isFalse();
    assertThat(other.take(70)).isTrue();
  }
}
