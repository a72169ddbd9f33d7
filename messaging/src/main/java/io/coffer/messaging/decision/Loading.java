package io.coffer.messaging.decision;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Functions.Function3;
import io.smallrye.mutiny.tuples.Functions.Function4;
import io.smallrye.mutiny.tuples.Functions.Function5;
import io.smallrye.mutiny.tuples.Tuple2;
import io.smallrye.mutiny.tuples.Tuple3;
import io.smallrye.mutiny.tuples.Tuple4;
import io.smallrye.mutiny.tuples.Tuple5;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads one thing after the other, because a session answers one question at a time, and makes a
 * state of them. When the first is not there nothing more is read, and there is no state.
 */
public record Loading<A>(Uni<A> first) {

  /** Begins with this; null for what is not there. */
  public static <A> Loading<A> of(Uni<A> first) {
    return new Loading<>(first);
  }

  public <B> Two<A, B> then(Function<A, Uni<B>> next) {
    return new Two<>(
        first.onItem().ifNotNull().transformToUni(a -> next.apply(a).map(b -> Tuple2.of(a, b))));
  }

  /** Two things. */
  public record Two<A, B>(Uni<Tuple2<A, B>> loaded) {

    public <C> Three<A, B, C> then(BiFunction<A, B, Uni<C>> next) {
      return new Three<>(
          loaded
              .onItem()
              .ifNotNull()
              .transformToUni(
                  is ->
                      next.apply(is.getItem1(), is.getItem2())
                          .map(c -> Tuple3.of(is.getItem1(), is.getItem2(), c))));
    }

    public <S> Uni<S> as(BiFunction<A, B, S> state) {
      return loaded.onItem().ifNotNull().transform(is -> state.apply(is.getItem1(), is.getItem2()));
    }
  }

  /** Three things. */
  public record Three<A, B, C>(Uni<Tuple3<A, B, C>> loaded) {

    public <D> Four<A, B, C, D> then(Function3<A, B, C, Uni<D>> next) {
      return new Four<>(
          loaded
              .onItem()
              .ifNotNull()
              .transformToUni(
                  is ->
                      next.apply(is.getItem1(), is.getItem2(), is.getItem3())
                          .map(d -> Tuple4.of(is.getItem1(), is.getItem2(), is.getItem3(), d))));
    }

    public <S> Uni<S> as(Function3<A, B, C, S> state) {
      return loaded
          .onItem()
          .ifNotNull()
          .transform(is -> state.apply(is.getItem1(), is.getItem2(), is.getItem3()));
    }
  }

  /** Four things. */
  public record Four<A, B, C, D>(Uni<Tuple4<A, B, C, D>> loaded) {

    public <E> Five<A, B, C, D, E> then(Function4<A, B, C, D, Uni<E>> next) {
      return new Five<>(
          loaded
              .onItem()
              .ifNotNull()
              .transformToUni(
                  is ->
                      next.apply(is.getItem1(), is.getItem2(), is.getItem3(), is.getItem4())
                          .map(
                              e ->
                                  Tuple5.of(
                                      is.getItem1(),
                                      is.getItem2(),
                                      is.getItem3(),
                                      is.getItem4(),
                                      e))));
    }

    public <S> Uni<S> as(Function4<A, B, C, D, S> state) {
      return loaded
          .onItem()
          .ifNotNull()
          .transform(is -> state.apply(is.getItem1(), is.getItem2(), is.getItem3(), is.getItem4()));
    }
  }

  /** Five things. */
  public record Five<A, B, C, D, E>(Uni<Tuple5<A, B, C, D, E>> loaded) {

    public <S> Uni<S> as(Function5<A, B, C, D, E, S> state) {
      return loaded
          .onItem()
          .ifNotNull()
          .transform(
              is ->
                  state.apply(
                      is.getItem1(), is.getItem2(), is.getItem3(), is.getItem4(), is.getItem5()));
    }
  }
}
