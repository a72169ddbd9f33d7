package io.coffer.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PolynomialTest {
  @Test
  void knowsIrreducibleOnes() {
    assertThat(Polynomial.isIrreducible(0x3da3358b4dc173L)).isTrue();
    assertThat(Polynomial.isIrreducible(0b111)).isTrue();
    assertThat(Polynomial.isIrreducible(0b1011)).isTrue();
    assertThat(Polynomial.isIrreducible(0b100011011)).isTrue();
  }

  @Test
  void knowsReducibleOnes() {
    assertThat(Polynomial.isIrreducible(0b101)).isFalse();
    assertThat(Polynomial.isIrreducible(0b110)).isFalse();
    assertThat(Polynomial.isIrreducible(0b1111)).isFalse();
    assertThat(Polynomial.isIrreducible(0x3da3358b4dc172L)).isFalse();
    assertThat(Polynomial.isIrreducible(0x38f1e565e288dfL)).isFalse();
  }

  @Test
  void drawsOnesOfTheRightDegree() {
    long drawn = Polynomial.random(new SecureRandom());
    assertThat(Polynomial.degree(drawn)).isEqualTo(53);
    assertThat(drawn & 1).isEqualTo(1);
    assertThat(Polynomial.isIrreducible(drawn)).isTrue();
  }
}
