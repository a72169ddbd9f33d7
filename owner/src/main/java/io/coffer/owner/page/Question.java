package io.coffer.owner.page;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/**
 * A question for a list.
 *
 * @param name what the list is called in the answer
 * @param figures what is told beside the list
 */
public record Question<R>(
    String name,
    Listing<R> listing,
    String project,
    Criteria criteria,
    Page page,
    Views<R> views,
    Figures figures) {

  /** A question whose answer tells how many there are and which part of them it is. */
  public Question(
      String name,
      Listing<R> listing,
      String project,
      Criteria criteria,
      Page page,
      Views<R> views) {
    this(name, listing, project, criteria, page, views, Question::part);
  }

  /** How rows are shown. */
  @FunctionalInterface
  public interface Views<R> {

    /**
     * What is shown of these rows, in order, with their parts from other tables; null where these
     * are more than so many.
     */
    Uni<? extends List<?>> of(List<R> rows, int mostParts);
  }

  /** What is told of a list beside its elements. */
  @FunctionalInterface
  public interface Figures {

    /** By name, of a page of a list of so many. */
    Map<String, ?> of(Page page, long total);
  }

  private static Map<String, ?> part(Page page, long total) {
    return Map.of("count", total, "limit", page.limit(), "offset", page.offset());
  }
}
