package io.coffer.gateway.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The tokens of all gateway processes, by their hash. */
@ApplicationScoped
class TokenStore {

  /**
   * A token as it is kept: accounts and projects by id, because they may be gone when it is used.
   */
  record Stored(
      String userId,
      String projectId,
      boolean domainScoped,
      String methods,
      Instant issuedAt,
      Instant expiresAt,
      byte[] credential) {}

  /** So many tokens of one user are kept; a further one ends the oldest. */
  static final int MOST_OF_A_USER = 2_000;

  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final String INSERT =
      """
      with surplus as (
        delete from gateway.token where user_id = $2 and issued_at <= (
          select issued_at from gateway.token where user_id = $2
          order by issued_at desc offset %d limit 1))
      insert into gateway.token (sha256, user_id, project_id, domain_scoped, methods, issued_at,
        expires_at, credential)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      """
          .formatted(MOST_OF_A_USER - 1);
  private static final String SELECT =
      "select user_id, project_id, domain_scoped, methods, issued_at, expires_at, credential"
          + " from gateway.token where sha256 = $1";

  private final Pool pool;

  TokenStore(Pool pool) {
    this.pool = pool;
  }

  Uni<Void> add(byte[] sha256, Stored token) {
    Tuple row =
        Tuple.tuple()
            .addBuffer(Buffer.buffer(sha256))
            .addString(token.userId())
            .addString(token.projectId())
            .addBoolean(token.domainScoped())
            .addString(token.methods())
            .addOffsetDateTime(token.issuedAt().atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(token.expiresAt().atOffset(ZoneOffset.UTC))
            .addBuffer(Buffer.buffer(token.credential()));
    return inTime(pool.preparedQuery(INSERT).execute(row)).replaceWithVoid();
  }

  Uni<Optional<Stored>> find(byte[] sha256) {
    return inTime(
            pool.preparedQuery(SELECT).execute(Tuple.tuple().addBuffer(Buffer.buffer(sha256))))
        .map(TokenStore::first);
  }

  /** Forgets one token. */
  Uni<Void> remove(byte[] sha256) {
    return inTime(
            pool.preparedQuery("delete from gateway.token where sha256 = $1")
                .execute(Tuple.tuple().addBuffer(Buffer.buffer(sha256))))
        .replaceWithVoid();
  }

  /** Forgets what ended before an instant. */
  Uni<Integer> forget(Instant endedBefore) {
    return pool.preparedQuery("delete from gateway.token where expires_at < $1")
        .execute(Tuple.of(endedBefore.atOffset(ZoneOffset.UTC)))
        .map(RowSet::rowCount);
  }

  /** Whoever waits for a token is told soon when the database does not answer. */
  private static <T> Uni<T> inTime(Uni<T> answer) {
    return answer.ifNoItem().after(PATIENCE).fail();
  }

  private static Optional<Stored> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(
          new Stored(
              row.getString(0),
              row.getString(1),
              row.getBoolean(2),
              row.getString(3),
              instant(row.getOffsetDateTime(4)),
              instant(row.getOffsetDateTime(5)),
              row.getBuffer(6).getBytes()));
    }
    return Optional.empty();
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }
}
