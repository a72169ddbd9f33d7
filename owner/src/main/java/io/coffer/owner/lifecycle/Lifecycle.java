package io.coffer.owner.lifecycle;

import java.util.List;
import java.util.Objects;

/**
 * All transitions of one kind of thing, as a table. Nothing else changes a state.
 *
 * @param <S> its states; null stands for not being there
 * @param <H> what can happen to it
 */
public final class Lifecycle<S, H> {

  /**
   * One row of the table.
   *
   * @param from the state before; null when it comes into being
   * @param to the state after; null when it is gone
   */
  public record Transition<S, H>(S from, H on, S to) {}

  private final String noun;
  private final List<Transition<S, H>> table;

  public Lifecycle(String noun, List<Transition<S, H>> table) {
    this.noun = noun;
    this.table = List.copyOf(table);
  }

  /** Every transition there is. */
  public List<Transition<S, H>> table() {
    return table;
  }

  /** Whether this may happen in this state. */
  public boolean allows(S from, H happening) {
    return table.stream().anyMatch(row -> starts(row, from, happening));
  }

  /**
   * The state after it happened.
   *
   * @throws IllegalStateException when it cannot happen in this state, which is a mistake in the
   *     program
   */
  public S after(S from, H happening) {
    for (Transition<S, H> row : table) {
      if (starts(row, from, happening)) {
        return row.to();
      }
    }
    throw new IllegalStateException(noun + " cannot leave " + from + " by " + happening);
  }

  private static <S, H> boolean starts(Transition<S, H> row, S from, H happening) {
    return Objects.equals(row.from(), from) && row.on().equals(happening);
  }
}
