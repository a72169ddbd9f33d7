package io.coffer.owner.page;

/**
 * Which part of a list is wanted.
 *
 * @param marker the id of the last element that was seen; null for none
 */
public record Page(int limit, int offset, String marker) {

  /** What one page may hold, and holds when nothing else is said. */
  public static final int MOST = 1000;

  /** Whether so many rows are the whole list: a first page that is not full is all of it. */
  public boolean isAll(int rows) {
    return marker == null && offset == 0 && rows < limit;
  }

  /** The page that these parameters describe. */
  public static Page of(Parameters parameters) {
    return new Page(
        parameters.number("limit", 1, MOST, MOST),
        parameters.number("offset", 0, Integer.MAX_VALUE, 0),
        parameters.text("marker"));
  }
}
