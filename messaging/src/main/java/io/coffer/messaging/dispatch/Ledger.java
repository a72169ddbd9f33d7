package io.coffer.messaging.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.coffer.contracts.Json;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.outbox.Outgoing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The plumbing's side of a transaction: one statement before the decisions, one after them. Sets
 * travel as one JSON parameter each, so that a poll of 64 messages costs no more round trips than
 * one message.
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
        select * from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
          as w(id uuid, project text, topic text, sha256 text)),
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
   * Stores seq, answers and outgoing records, and returns the positions of the records in their
   * order.
   */
  private static final String CLOSE =
      """
      with counted as (
        update plumbing.project p set seq = w.seq
        from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as w(project text, seq bigint)
        where p.project = w.project and p.seq <> w.seq),
      answered as (
        update plumbing.inbox i set status = w.status, body = w.body, abandoned = w.abandoned
        from jsonb_to_recordset(cast(cast($2 as text) as jsonb))
          as w(id uuid, status integer, body text, abandoned boolean)
        where i.message_id = w.id),
      moved as (
        insert into plumbing.followed as f (topic, project, seq)
        select topic, project, seq
        from jsonb_to_recordset(cast(cast($4 as text) as jsonb))
          as w(topic text, project text, seq bigint)
        on conflict (topic, project) do update set seq = excluded.seq where f.seq < excluded.seq),
      added as (
        insert into plumbing.outbox (project, topic, key, headers, payload)
        select project, topic, key, headers, decode(payload, 'base64')
        from rows from (jsonb_to_recordset(cast(cast($3 as text) as jsonb))
          as (project text, topic text, key text, headers text, payload text)) with ordinality
          as w(project, topic, key, headers, payload, place)
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
        : SessionSql.rows(session, OPEN, json(claims)).map(Ledger::claimed);
  }

  /** The newest folded event of a project on a topic; 0 before the first. */
  Uni<Long> followed(Mutiny.Session session, Followed.Key key) {
    return SessionSql.rows(session, FOLLOWED, key.topic(), key.project())
        .map(rows -> rows.isEmpty() ? 0L : ((Number) rows.get(0)[0]).longValue());
  }

  /** The positions of the unit's records, in their order. */
  Uni<List<Long>> close(Mutiny.Session session, Unit unit) {
    return session
        .flush()
        .chain(
            () ->
                SessionSql.rows(
                    session,
                    CLOSE,
                    json(seqs(unit)),
                    json(answers(unit)),
                    json(unit.records.stream().map(Ledger::row).toList()),
                    json(moved(unit.followed))))
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

  private static List<Map<String, Object>> seqs(Unit unit) {
    List<Map<String, Object>> rows = new ArrayList<>();
    unit.seqs.forEach((project, seq) -> rows.add(Map.of("project", project, "seq", seq)));
    return rows;
  }

  private static List<Map<String, Object>> answers(Unit unit) {
    Set<UUID> ids = new LinkedHashSet<>(unit.answers.keySet());
    ids.addAll(unit.abandoned);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (UUID id : ids) {
      Map<String, Object> row = new HashMap<>();
      row.put("id", id);
      row.put("abandoned", unit.abandoned.contains(id));
      Answer answer = unit.answers.get(id);
      if (answer != null) {
        row.put("status", answer.status());
        row.put("body", answer.body());
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<Map<String, Object>> moved(Followed followed) {
    List<Map<String, Object>> rows = new ArrayList<>();
    followed.seqs.forEach(
        (key, seq) -> rows.add(Map.of("topic", key.topic(), "project", key.project(), "seq", seq)));
    return rows;
  }

  private static Map<String, Object> row(Outgoing record) {
    return Map.of(
        "project", record.project(),
        "topic", record.topic(),
        "key", record.key(),
        "headers", json(record.headers()),
        "payload", Base64.getEncoder().encodeToString(record.payload()));
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }
}
