package io.coffer.messaging.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.coffer.contracts.Json;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.outbox.Outgoing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The plumbing's side of a transaction: one statement before the decisions, one after them. Sets
 * travel as one array a column, so that a poll of 64 messages costs no more round trips than one.
 */
@ApplicationScoped
class Ledger {

  /**
   * Locks the project rows, in the order of their names, and claims the messages. Like all that
   * runs for each unit it joins nothing, so that a plan which was made while the tables were empty
   * is right for ever.
   */
  private static final String OPEN =
      """
      with locked as (
        insert into plumbing.project as p (project, seq)
        select project, 0 from unnest($1::text[]) as w(project)
        on conflict (project) do update set seq = p.seq
        returning project, seq),
      claimed as (
        insert into plumbing.inbox as i (message_id, project, topic, received_at, sha256)
        select id, project, topic, clock_timestamp(), sha256
        from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as w(id, project, topic, sha256)
        on conflict (message_id) do update set abandoned = false where i.abandoned
        returning message_id)
      select 'project', project, seq from locked
      union all
      select 'fresh', cast(message_id as text), 0 from claimed
      """;

  /** The answers of messages that were claimed before. */
  private static final String KNOWN =
      """
      select cast(i.message_id as text), a.status, a.body, i.sha256
      from plumbing.inbox i join plumbing.answer a on a.message_id = i.message_id
      where i.message_id = any($1) and not i.abandoned
      """;

  /**
   * Stores seq, answers, how far topics are folded and outgoing records, and returns the positions
   * of the records in their order.
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
          as w(id, status, body)
        on conflict (message_id) do update set status = excluded.status, body = excluded.body),
      moved as (
        insert into plumbing.followed as f (topic, project, seq)
        select topic, project, seq
        from unnest($6::text[], $7::text[], $8::bigint[]) as w(topic, project, seq)
        on conflict (topic, project) do update set seq = excluded.seq where f.seq < excluded.seq),
      added as (
        insert into plumbing.outbox (project, topic, key, headers, payload)
        select project, topic, key, headers, payload
        from unnest($9::text[], $10::text[], $11::text[], $12::text[], $13::bytea[])
          with ordinality as w(project, topic, key, headers, payload, place)
        order by place
        returning position)
      select position from added
      """;

  private static final String ABANDON =
      "update plumbing.inbox set abandoned = true where message_id = any($1)";

  private static final String FOLLOWED =
      "select seq from plumbing.followed where topic = $1 and project = $2";

  /** Claims messages. */
  Uni<Claimed> open(Mutiny.Session session, List<Claim> claims) {
    return claims.isEmpty()
        ? Uni.createFrom().item(new Claimed(new HashMap<>(), new HashSet<>(), Map.of()))
        : SessionSql.rows(
                session,
                OPEN,
                claims.stream().map(Claim::project).distinct().sorted().toArray(String[]::new),
                column(claims, Claim::id, UUID[]::new),
                column(claims, Claim::project, String[]::new),
                column(claims, Claim::topic, String[]::new),
                column(claims, Claim::sha256, String[]::new))
            .chain(rows -> claimed(session, claims, rows));
  }

  /** The newest folded event of a project on a topic; 0 before the first. */
  Uni<Long> followed(Mutiny.Session session, Followed.Key key) {
    return SessionSql.rows(session, FOLLOWED, key.topic(), key.project())
        .map(rows -> rows.isEmpty() ? 0L : ((Number) rows.get(0)[0]).longValue());
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
            abandon(session, unit.abandoned))
        .with((rows, flushed, abandoned) -> rows)
        .map(rows -> rows.stream().map(row -> ((Number) row[0]).longValue()).sorted().toList());
  }

  private static Uni<List<Object[]>> abandon(Mutiny.Session session, Set<UUID> abandoned) {
    return abandoned.isEmpty()
        ? Uni.createFrom().item(List.of())
        : SessionSql.rows(session, ABANDON, (Object) abandoned.toArray(UUID[]::new));
  }

  private static Uni<Claimed> claimed(
      Mutiny.Session session, List<Claim> claims, List<Object[]> rows) {
    Map<String, Long> seqs = new HashMap<>();
    Set<UUID> fresh = new HashSet<>();
    for (Object[] row : rows) {
      if (row[0].equals("project")) {
        seqs.put((String) row[1], ((Number) row[2]).longValue());
      } else {
        fresh.add(UUID.fromString((String) row[1]));
      }
    }
    List<Claim> repeated = claims.stream().filter(claim -> !fresh.contains(claim.id())).toList();
    return known(session, repeated).map(known -> new Claimed(seqs, fresh, known));
  }

  private static Uni<Map<UUID, Claimed.Known>> known(Mutiny.Session session, List<Claim> repeated) {
    return repeated.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : SessionSql.rows(session, KNOWN, (Object) column(repeated, Claim::id, UUID[]::new))
            .map(
                rows ->
                    rows.stream()
                        .collect(
                            Collectors.toMap(
                                row -> UUID.fromString((String) row[0]),
                                row ->
                                    new Claimed.Known(
                                        new Answer(((Number) row[1]).intValue(), (String) row[2]),
                                        (String) row[3]))));
  }

  private static Object[] columns(Unit unit, List<Outgoing> leaving) {
    Set<Followed.Key> moved = unit.followed.seqs.keySet();
    return new Object[] {
      column(unit.seqs.keySet(), project -> project, String[]::new),
      column(unit.seqs.values(), seq -> seq, Long[]::new),
      column(unit.answers.keySet(), id -> id, UUID[]::new),
      column(unit.answers.values(), Answer::status, Integer[]::new),
      column(unit.answers.values(), Answer::body, String[]::new),
      column(moved, Followed.Key::topic, String[]::new),
      column(moved, Followed.Key::project, String[]::new),
      column(unit.followed.seqs.values(), seq -> seq, Long[]::new),
      column(leaving, Outgoing::project, String[]::new),
      column(leaving, Outgoing::topic, String[]::new),
      column(leaving, Outgoing::key, String[]::new),
      column(leaving, record -> json(record.headers()), String[]::new),
      column(leaving, record -> Buffer.buffer(record.payload()), Buffer[]::new)
    };
  }

  private static <R, V> V[] column(
      Collection<R> rows, Function<? super R, V> value, IntFunction<V[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  private static String json(Map<String, String> headers) {
    try {
      return Json.MAPPER.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }
}
