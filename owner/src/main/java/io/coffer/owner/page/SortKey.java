package io.coffer.owner.page;

import java.util.function.Function;

/**
 * One key of an order.
 *
 * @param expression in HQL, of the alias {@code r}, never null
 * @param value what the expression gives for a row
 */
public record SortKey<R>(String expression, boolean descending, Function<R, Object> value) {

  String clause() {
    return expression + (descending ? " desc" : " asc");
  }
}
