package io.coffer.cli.dlq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetriedTest {

  private static final Retried NOTHING = Retried.of(null);

  @Test
  void nothingIsRetriedAtFirst() {
    assertThat(NOTHING.contains(0)).isFalse();
  }

  @Test
  void remembersOneInTheMiddle() {
    Retried now = Retried.of(NOTHING.with(5, 0).toCommit());
    assertThat(now.contains(5)).isTrue();
    assertThat(now.contains(4)).isFalse();
    assertThat(now.contains(6)).isFalse();
  }

  @Test
  void closesGaps() {
    Retried now = NOTHING.with(1, 0).with(0, 0);
    assertThat(now.below()).isEqualTo(2);
    assertThat(now.also()).isEmpty();
  }

  @Test
  void whatTheBrokerHasDroppedIsNoGap() {
    Retried now = NOTHING.with(100, 100);
    assertThat(now.below()).isEqualTo(101);
    assertThat(now.also()).isEmpty();
  }
}
