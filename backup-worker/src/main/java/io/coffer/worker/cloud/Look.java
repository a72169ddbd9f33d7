package io.coffer.worker.cloud;

import java.util.List;
import java.util.function.Function;

/**
 * What a look at one kind of things found.
 *
 * @param whole whether there is nothing beside it that could not be read
 */
record Look<T>(List<T> all, boolean whole) {

  Look {
    all = List.copyOf(all);
  }

  <R> Look<R> as(Function<T, R> form) {
    return new Look<>(all.stream().map(form).toList(), whole);
  }
}
