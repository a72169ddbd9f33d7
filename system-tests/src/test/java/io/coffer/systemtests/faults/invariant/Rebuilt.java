package io.coffer.systemtests.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.systemtests.stack.Launched;
import io.coffer.systemtests.stack.RunningStack;

/** Has every store folded anew. */
final class Rebuilt {

  private Rebuilt() {}

  static void check(Aftermath aftermath) {
    RunningStack stack = aftermath.stack();
    Launched verified = stack.coffer("replay", "verify");
    assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
    assertThat(stack.coffer("dlq", "list", "-o", "json").ok().json())
        .as("dead letters")
        .isEqualTo(aftermath.deadLettersBefore());
  }
}
