package io.coffer.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BodyRoomTest {

  private static final long LATER = BodyRoom.ENOUGH.toNanos();

  private final BodyRoom room = new BodyRoom(10, 30, 100);
  private final AtomicInteger gaveWay = new AtomicInteger();
  private final BodyRoom.Share one = share(0);
  private final BodyRoom.Share other = share(0);

  @Test
  void hasRoomForLargeOnesTogetherUpToItsBound() {
    assertThat(one.take(70, 0)).isTrue();
    assertThat(other.take(50, 0)).isTrue();
    assertThat(one.take(71, 0)).isFalse();
    assertThat(share(0).take(10, 0)).isTrue();
  }

  @Test
  void takesNothingWhenItRefuses() {
    assertThat(one.take(111, 0)).isFalse();
    assertThat(other.take(110, 0)).isTrue();
  }

  @Test
  void hasRoomAgainForWhatIsGivenBack() {
    one.take(50, 0);
    one.take(70, 0);
    other.take(40, 0);
    one.giveBack();
    one.giveBack();
    assertThat(one.take(1, 0)).isFalse();
    assertThat(other.take(110, 0)).isTrue();
    assertThat(gaveWay).hasValue(0);
  }

  @Test
  void letsTheOneThatCameForLongestGiveWay() {
    one.take(10, 0);
    other.take(9, 0);
    share(1).take(9, 1);
    BodyRoom.Share fresh = share(LATER);
    assertThat(fresh.take(10, LATER)).isTrue();
    assertThat(gaveWay).hasValue(1);
    assertThat(one.take(10, LATER)).isFalse();
    assertThat(other.take(10, LATER)).isTrue();
  }

  @Test
  void letsNobodyGiveWayWhoHadNoTime() {
    one.take(10, 0);
    other.take(10, 0);
    share(0).take(10, 0);
    BodyRoom.Share fresh = share(LATER - 1);
    assertThat(fresh.take(1, LATER - 1)).isFalse();
    assertThat(fresh.take(1, LATER)).isTrue();
    assertThat(gaveWay).hasValue(1);
  }

  @Test
  void letsNobodyGiveWayWhoseBodyIsWhole() {
    one.take(10, 0);
    other.take(10, 0);
    share(0).take(10, 0);
    assertThat(one.complete()).isTrue();
    assertThat(share(LATER).take(10, LATER)).isTrue();
    assertThat(other.complete()).isFalse();
    assertThat(gaveWay).hasValue(1);
  }

  @Test
  void holdsWhatWholeBodiesTakeUntilTheyGiveItBack() {
    one.take(110, 0);
    assertThat(one.complete()).isTrue();
    assertThat(other.take(11, LATER)).isFalse();
    one.giveBack();
    assertThat(other.take(110, LATER)).isTrue();
  }

  private BodyRoom.Share share(long now) {
    return room.share(now, gaveWay::incrementAndGet);
  }
}
