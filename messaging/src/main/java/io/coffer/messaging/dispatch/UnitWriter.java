package io.coffer.messaging.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.coffer.contracts.Json;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.outbox.Outgoing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a unit made, written in one statement, and how far topics are folded. */
@ApplicationScoped
class UnitWriter {

  /**
   * Stores seq, answers and outgoing records. Positions are given in the order of the records, but
   * returned in any.
   */
  private static final String CLOSE =
      """
      with counted as (
        insert into plumbing.project as p (project, seq)
        select project, seq from unnest($1::text[], $2::bigint[]) as w(project, seq)
        on conflict (project) do update set seq = excluded.seq where p.seq <> excluded.seq),
      answered as (
        insert into plumbing.answer (message_id, status, body)
        select id, status, body from unnest($3::uuid[], $4::integer[], $5::text[])
          as w(id, status, body))
      insert into plumbing.outbox (project, topic, key, headers, payload)
      select project, topic, key, headers, payload
      from unnest($6::text[], $7::text[], $8::text[], $9::text[], $10::bytea[])
        with ordinality as w(project, topic, key, headers, payload, place)
      order by place
      returning position
      """;

  private static final String FOLLOW =
      """
      insert into plumbing.followed as f (topic, project, seq)
      select topic, project, seq
      from unnest($1::text[], $2::text[], $3::bigint[]) as w(topic, project, seq)
      on conflict (topic, project) do update set seq = excluded.seq where f.seq < excluded.seq
      """;

  private static final String REOPEN =
      "update plumbing.inbox set abandoned = true where message_id = any($1)";

  private static final String FOLDED =
      """
      select
        coalesce((select seq from plumbing.followed where topic = $1 and project = $2), 0),
        exists (select 1 from plumbing.early where topic = $1 and project = $2)
      """;

  private final Early early;

  UnitWriter(Early early) {
    this.early = early;
  }

  /** The newest folded event of a project on a topic; 0 before the first. */
  Uni<FoldPositions.Place> folded(Mutiny.Session session, FoldPositions.Key key) {
    return SessionSql.rows(session, FOLDED, key.topic(), key.project())
        .map(rows -> rows.get(0))
        .map(row -> new FoldPositions.Place(((Number) row[0]).longValue(), (Boolean) row[1]));
  }

  /** Writes what the unit made; returns the positions of the leaving records, in their order. */
  Uni<List<Long>> close(Mutiny.Session session, Unit unit, List<Outgoing> leaving) {
    // They touch different tables: one wait for all, and the database works on the first while the
    // session still finds out what to flush.
    return Uni.combine()
        .all()
        .unis(
            SessionSql.rows(session, CLOSE, columns(unit, leaving)),
            session.flush(),
            follow(session, unit.folded),
            early.pass(session, unit.folded.awaited, unit.folded.seqs),
            reopen(session, unit.unsettled))
        .with((rows, flushed, followed, passed, reopened) -> rows)
        .map(rows -> rows.stream().map(row -> ((Number) row[0]).longValue()).sorted().toList());
  }

  private static Uni<List<Object[]>> follow(Mutiny.Session session, FoldPositions folded) {
    Set<FoldPositions.Key> moved = folded.seqs.keySet();
    return moved.isEmpty()
        ? Uni.createFrom().item(List.of())
        : SessionSql.rows(
            session,
            FOLLOW,
            SessionSql.column(moved, FoldPositions.Key::topic, String[]::new),
            SessionSql.column(moved, FoldPositions.Key::project, String[]::new),
            SessionSql.column(folded.seqs.values(), seq -> seq, Long[]::new));
  }

  private static Uni<List<Object[]>> reopen(Mutiny.Session session, Set<UUID> unsettled) {
    return unsettled.isEmpty()
        ? Uni.createFrom().item(List.of())
        : SessionSql.rows(session, REOPEN, (Object) unsettled.toArray(UUID[]::new));
  }

  private static Object[] columns(Unit unit, List<Outgoing> leaving) {
    return new Object[] {
      SessionSql.column(unit.seqs.keySet(), project -> project, String[]::new),
      SessionSql.column(unit.seqs.values(), seq -> seq, Long[]::new),
      SessionSql.column(unit.answers.keySet(), id -> id, UUID[]::new),
      SessionSql.column(unit.answers.values(), Answer::status, Integer[]::new),
      SessionSql.column(unit.answers.values(), Answer::body, String[]::new),
      SessionSql.column(leaving, Outgoing::project, String[]::new),
      SessionSql.column(leaving, Outgoing::topic, String[]::new),
      SessionSql.column(leaving, Outgoing::key, String[]::new),
      SessionSql.column(leaving, record -> json(record.headers()), String[]::new),
      SessionSql.column(leaving, record -> Buffer.buffer(record.payload()), Buffer[]::new)
    };
  }

  private static String json(Map<String, String> headers) {
    try {
      return Json.MAPPER.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }
}
