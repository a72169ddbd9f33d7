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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The plumbing's side of a transaction: one statement before the decisions, one after them. Sets
 * travel as one array a column, so that a poll of 64 messages costs no more round trips than one.
 */
@ApplicationScoped
class Ledger {

  /**
   * Locks the project rows, claims the messages, and finds the answers of those that were claimed
   * before.
   */
  private static final String OPEN =
      """
      with wanted as (
        select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
          as w(id, project, topic, sha256)),
      locked as (
        insert into plumbing.project as p (project, seq)
        select distinct project, 0 from wanted order by project
        on conflict (project) do update set seq = p.seq
        returning project, seq),
      claimed as (
        insert into plumbing.inbox as i (message_id, project, topic, received_at, sha256)
        select id, project, topic, clock_timestamp(), sha256 from wanted
        on conflict (message_id) do update
          set abandoned = false, status = null, body = null where i.abandoned
        returning message_id)
      select 'project', project, seq, null, null from locked
      union all
      select 'fresh', cast(message_id as text), 0, null, null from claimed
      union all
      select 'known', cast(i.message_id as text), i.status, i.body, i.sha256
        from plumbing.inbox i join wanted w on w.id = i.message_id
        where i.status is not null and not i.abandoned
      """;

  /**
   * Stores seq, answers, how far topics are folded and outgoing records, and returns the positions
   * of the records in their order.
   */
  private static final String CLOSE =
      """
      with counted as (
        update plumbing.project p set seq = w.seq
        from unnest($1::text[], $2::bigint[]) as w(project, seq)
        where p.project = w.project and p.seq <> w.seq),
      answered as (
        update plumbing.inbox i set status = w.status, body = w.body, abandoned = w.abandoned
        from unnest($3::uuid[], $4::integer[], $5::text[], $6::boolean[])
          as w(id, status, body, abandoned)
        where i.message_id = w.id),
      moved as (
        insert into plumbing.followed as f (topic, project, seq)
        select topic, project, seq
        from unnest($7::text[], $8::text[], $9::bigint[]) as w(topic, project, seq)
        on conflict (topic, project) do update set seq = excluded.seq where f.seq < excluded.seq),
      added as (
        insert into plumbing.outbox (project, topic, key, headers, payload)
        select project, topic, key, headers, payload
        from unnest($10::text[], $11::text[], $12::text[], $13::text[], $14::bytea[])
          with ordinality as w(project, topic, key, headers, payload, place)
        order by place
        returning position)
      select position from added order by position
      """;

  private static final String FOLLOWED =
      "select seq from plumbing.followed where topic = $1 and project = $2";

  /** Claims messages. */
  Uni<Claimed> open(Mutiny.Session session, List<Claim> claims) {
    return claims.isEmpty()
        ? Uni.createFrom().item(new Claimed(new HashMap<>(), new HashSet<>(), Map.of()))
        : SessionSql.rows(
                session,
                OPEN,
                column(claims, Claim::id, UUID[]::new),
                column(claims, Claim::project, String[]::new),
                column(claims, Claim::topic, String[]::new),
                column(claims, Claim::sha256, String[]::new))
            .map(Ledger::claimed);
  }

  /** The newest folded event of a project on a topic; 0 before the first. */
  Uni<Long> followed(Mutiny.Session session, Followed.Key key) {
    return SessionSql.rows(session, FOLLOWED, key.topic(), key.project())
        .map(rows -> rows.isEmpty() ? 0L : ((Number) rows.get(0)[0]).longValue());
  }

  /** Writes what the unit made; returns the positions of the leaving records, in their order. */
  Uni<List<Long>> close(Mutiny.Session session, Unit unit, List<Outgoing> leaving) {
    // Both touch other tables, and the connection keeps their order: one wait for the two.
    return Uni.combine()
        .all()
        .unis(session.flush(), SessionSql.rows(session, CLOSE, columns(unit, leaving)))
        .with((flushed, rows) -> rows)
        .map(rows -> rows.stream().map(row -> ((Number) row[0]).longValue()).toList());
  }

  private static Claimed claimed(List<Object[]> rows) {
    Map<String, Long> seqs = new HashMap<>();
    Set<UUID> fresh = new HashSet<>();
    Map<UUID, Claimed.Known> known = new HashMap<>();
    for (Object[] row : rows) {
      switch ((String) row[0]) {
        case "project" -> seqs.put((String) row[1], ((Number) row[2]).longValue());
        case "fresh" -> fresh.add(UUID.fromString((String) row[1]));
        default ->
            known.put(
                UUID.fromString((String) row[1]),
                new Claimed.Known(
                    new Answer(((Number) row[2]).intValue(), (String) row[3]), (String) row[4]));
      }
    }
    return new Claimed(seqs, fresh, known);
  }

  private static Object[] columns(Unit unit, List<Outgoing> leaving) {
    Set<UUID> settled = new LinkedHashSet<>(unit.answers.keySet());
    settled.addAll(unit.abandoned);
    Function<UUID, Optional<Answer>> answer = id -> Optional.ofNullable(unit.answers.get(id));
    Set<Followed.Key> moved = unit.followed.seqs.keySet();
    return new Object[] {
      column(unit.seqs.keySet(), project -> project, String[]::new),
      column(unit.seqs.values(), seq -> seq, Long[]::new),
      column(settled, id -> id, UUID[]::new),
      column(settled, id -> answer.apply(id).map(Answer::status).orElse(null), Integer[]::new),
      column(settled, id -> answer.apply(id).map(Answer::body).orElse(null), String[]::new),
      column(settled, unit.abandoned::contains, Boolean[]::new),
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
