package io.coffer.owner.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.owner.lifecycle.Lifecycle;
import io.coffer.owner.lifecycle.Lifecycle.Transition;
import java.util.HashSet;
import java.util.Set;

/** Follows a lifecycle and remembers which of its transitions were taken. */
public final class TransitionCoverage<S, H> {

  private final Lifecycle<S, H> lifecycle;
  private final Set<Transition<S, H>> visited = new HashSet<>();

  public TransitionCoverage(Lifecycle<S, H> lifecycle) {
    this.lifecycle = lifecycle;
  }

  public void goes(S from, H on, S to) {
    assertThat(lifecycle.allows(from, on)).as("%s by %s", from, on).isTrue();
    assertThat(lifecycle.after(from, on)).as("%s by %s", from, on).isEqualTo(to);
    visited.add(new Transition<>(from, on, to));
  }

  public void assertAllVisited() {
    assertThat(visited).containsExactlyInAnyOrderElementsOf(lifecycle.table());
  }
}
