package io.coffer.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void findsTheMiddleAndTheSlowest() {
    Samples samples = new Samples();
    for (int i = 100; i >= 1; i--) {
      samples.add(i * 1_000_000L);
    }
    assertThat(samples.millis(0.5)).isCloseTo(51, within(1e-9));
    assertThat(samples.millis(0.99)).isCloseTo(100, within(1e-9));
  }

  @Test
  void countsAllOfAllRounds() {
    Samples one = new Samples();
    one.add(5);
    one.addSeconds(2);
    Samples all = new Samples();
    all.addAll(one);
    all.addAll(one);
    all.addSeconds(2);
    assertThat(all.perSecond()).isEqualTo(1);
  }
}
