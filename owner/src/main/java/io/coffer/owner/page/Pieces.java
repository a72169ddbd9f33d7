package io.coffer.owner.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.coffer.contracts.Json;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The rows of a list in pieces of JSON, which one after the other are the answer. A piece has so
 * many rows as have not too many parts together.
 */
final class Pieces<R> {

  /** The rows of a piece, at most, and of a list that is no long one. */
  static final int ROWS = 200;

  private static final int PARTS = 1_600;

  /** What a single row may have: the API has a bound for each kind. */
  private static final int PARTS_OF_ONE = 100_000;

  private final Question<R> question;
  private final byte[] empty;
  private final int place;
  private final List<UUID> ids;
  private int rows;
  private int read;
  private boolean separated;
  private boolean ended;

  /**
   * @param empty the answer as it were without rows
   * @param rows how many to read at once
   */
  Pieces(Question<R> question, byte[] empty, List<UUID> ids, int rows) {
    this.question = question;
    this.empty = empty;
    this.ids = ids;
    this.rows = rows;
    String start = "\"" + question.name() + "\":[";
    place = new String(empty, UTF_8).indexOf(start) + start.length();
  }

  static int mostParts(List<?> rows) {
    return rows.size() > 1 ? PARTS : PARTS_OF_ONE;
  }

  /** How many rows to try when so many have too many parts. */
  static int fewer(int rows) {
    return Math.max(1, rows / 2);
  }

  /** The next piece, read in a session of its own; null when there is none. */
  Uni<byte[]> next() {
    if (ended) {
      return Uni.createFrom().nullItem();
    }
    return Panache.withSession(
        () ->
            Panache.getSession()
                .chain(
                    session -> {
                      session.setDefaultReadOnly(true);
                      return read(session);
                    }));
  }

  /** The next piece, read in this session. */
  Uni<byte[]> read(Mutiny.Session session) {
    List<UUID> some = ids.subList(read, Math.min(read + rows, ids.size()));
    return question
        .listing()
        .some(session, some)
        .chain(
            found ->
                question
                    .views()
                    .of(found, mostParts(found))
                    .chain(
                        shown -> {
                          if (shown == null) {
                            rows = fewer(some.size());
                            session.clear();
                            return read(session);
                          }
                          return Uni.createFrom().item(piece(some.size(), shown));
                        }));
  }

  private byte[] piece(int gone, List<?> shown) {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    if (read == 0) {
      piece.write(empty, 0, place);
    }
    for (Object each : shown) {
      if (separated) {
        piece.write(',');
      }
      separated = true;
      piece.writeBytes(json(each));
    }
    read += gone;
    if (read == ids.size()) {
      ended = true;
      piece.write(empty, place, empty.length - place);
    }
    return piece.toByteArray();
  }

  private static byte[] json(Object shown) {
    try {
      return Json.MAPPER.writeValueAsBytes(shown);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + shown.getClass(), e);
    }
  }
}
