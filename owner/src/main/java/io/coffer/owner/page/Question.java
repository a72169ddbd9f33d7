package io.coffer.owner.page;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * A question for a list.
 *
 * @param name what the list is called in the answer
 */
public record Question<R>(
    String name, Listing<R> listing, String project, Criteria criteria, Page page, Views<R> views) {

  /** How rows are shown. */
  @FunctionalInterface
  public interface Views<R> {

    /**
     * What is shown of these rows, in order, with their parts from other tables; null where these
     * are more than so many.
     */
    Uni<? extends List<?>> of(List<R> rows, int mostParts);
  }
}
