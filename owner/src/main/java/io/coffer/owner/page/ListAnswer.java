package io.coffer.owner.page;

import io.coffer.messaging.decision.Answer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What is answered to a question for a list. A short list is read at once. Of a long one, or one of
 * rows with many parts, only the ids are: its rows are read in pieces while the answer is written,
 * so that it never is in memory as a whole, and each piece in a session of its own, so that who
 * reads slowly holds nothing of the database. Such a list has the members and the order that it had
 * when it was asked for; each of them is shown as it is when its turn comes, and left out if it is
 * gone.
 */
public final class ListAnswer {

  private final byte[] first;
  private final Supplier<Uni<byte[]>> rest;

  private ListAnswer(byte[] first, Supplier<Uni<byte[]>> rest) {
    this.first = first;
    this.rest = rest;
  }

  /** One that is there as a whole. */
  public static ListAnswer whole(byte[] json) {
    return new ListAnswer(json, null);
  }

  /**
   * One that others make.
   *
   * @param first how it begins
   * @param rest the next piece each time; null when all of it came
   */
  public static ListAnswer inPieces(byte[] first, Supplier<Uni<byte[]>> rest) {
    return new ListAnswer(first, rest);
  }

  /** Reads how the answer begins, so that what is wrong is told by its status. */
  public static <R> Uni<ListAnswer> to(Question<R> question) {
    return Panache.withSession(
        () -> Panache.getSession().chain(session -> read(session, question)));
  }

  /** All of the answer if it is {@link #isWhole}, else how it begins. */
  byte[] first() {
    return first;
  }

  boolean isWhole() {
    return rest == null;
  }

  /** What comes next; null when all of it came. */
  Uni<byte[]> next() {
    return rest.get();
  }

  private static <R> Uni<ListAnswer> read(Mutiny.Session session, Question<R> question) {
    session.setDefaultReadOnly(true);
    Page page = question.page();
    boolean mayBeLong = page.limit() > Pieces.ROWS;
    Page begin = mayBeLong ? new Page(Pieces.ROWS + 1, page.offset(), page.marker()) : page;
    return question
        .listing()
        .rows(session, question.project(), question.criteria(), begin)
        .chain(
            rows ->
                rows.size() > Pieces.ROWS
                    ? inPieces(session, question, Pieces.ROWS)
                    : atOnce(session, question, rows));
  }

  private static <R> Uni<ListAnswer> atOnce(
      Mutiny.Session session, Question<R> question, List<R> rows) {
    return question
        .views()
        .of(rows, Pieces.mostParts(rows))
        .chain(
            shown ->
                shown == null
                    ? inPieces(session, question, Pieces.fewer(rows.size()))
                    : question
                        .listing()
                        .total(session, question.criteria(), question.page(), rows.size())
                        .map(total -> new ListAnswer(json(question, shown, total), null)));
  }

  private static <R> Uni<ListAnswer> inPieces(
      Mutiny.Session session, Question<R> question, int rows) {
    session.clear();
    Listing<R> listing = question.listing();
    return listing
        .ids(session, question.project(), question.criteria(), question.page())
        .chain(
            ids ->
                listing
                    .total(session, question.criteria(), question.page(), ids.size())
                    .map(total -> json(question, List.of(), total))
                    .chain(
                        empty -> {
                          Pieces<R> pieces = new Pieces<>(question, empty, ids, rows);
                          return pieces
                              .read(session)
                              .map(first -> new ListAnswer(first, pieces::next));
                        }));
  }

  private static byte[] json(Question<?> question, List<?> shown, long total) {
    Map<String, Object> body = new TreeMap<>(question.figures().of(question.page(), total));
    body.put(question.name(), shown);
    return Answer.ok(body).bytes();
  }
}
