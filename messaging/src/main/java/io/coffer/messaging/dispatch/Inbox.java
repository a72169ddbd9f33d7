package io.coffer.messaging.dispatch;

import io.coffer.messaging.decision.Answer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The way into the inbox: one statement for all messages of a unit, and others only for what is
 * rare, a new project or a message that came before.
 */
@ApplicationScoped
class Inbox {

  /**
   * Locks the project rows, in the order of their names, and claims the messages: those that are
   * new and those that were given up on before, or were early: their rows are updated, and only
   * inserted ones have no {@code xmax}. Like all that runs for each unit it joins nothing, so that
   * a plan which was made while the tables were empty is right for ever.
   */
  private static final String ENTER =
      """
      with locked as (
        select project, seq from plumbing.project
        where project = any($1) order by project for update),
      claimed as (
        insert into plumbing.inbox as i (message_id, project, topic, received_at, sha256)
        select id, project, topic, clock_timestamp(), sha256
        from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as w(id, project, topic, sha256)
        on conflict (message_id) do update
          set abandoned = false, sha256 = excluded.sha256, received_at = excluded.received_at
          where i.abandoned
        returning message_id, case when xmax = 0 then 0 else 1 end as again)
      select 'project', project, seq from locked
      union all
      select 'message', cast(message_id as text), again from claimed
      """;

  /** Adds and locks the rows of projects that had none. */
  private static final String ADD_PROJECTS =
      """
      insert into plumbing.project as p (project, seq)
      select project, 0 from unnest($1::text[]) as w(project)
      on conflict (project) do update set seq = p.seq
      returning project, seq
      """;

  /** The answers of messages that were claimed before. */
  private static final String KNOWN =
      """
      select cast(i.message_id as text), a.status, a.body, i.sha256
      from plumbing.inbox i join plumbing.answer a on a.message_id = i.message_id
      where i.message_id = any($1) and not i.abandoned
      """;

  /** Locks projects, which get a row if they have none, and claims messages. */
  Uni<Entered> enter(Mutiny.Session session, List<InboxRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(Entered.NOTHING);
    }
    return SessionSql.rows(
            session,
            ENTER,
            projects(rows),
            SessionSql.column(rows, InboxRow::id, UUID[]::new),
            SessionSql.column(rows, InboxRow::project, String[]::new),
            SessionSql.column(rows, InboxRow::topic, String[]::new),
            SessionSql.column(rows, InboxRow::sha256, String[]::new))
        .map(Inbox::entered)
        .chain(entered -> complete(session, rows, entered));
  }

  private static Entered entered(List<Object[]> rows) {
    Map<String, Long> seqs = new HashMap<>();
    Set<UUID> fresh = new HashSet<>();
    Set<UUID> again = new HashSet<>();
    for (Object[] row : rows) {
      if (row[0].equals("project")) {
        seqs.put((String) row[1], ((Number) row[2]).longValue());
      } else {
        UUID id = UUID.fromString((String) row[1]);
        fresh.add(id);
        if (((Number) row[2]).intValue() == 1) {
          again.add(id);
        }
      }
    }
    return new Entered(seqs, fresh, again, Map.of());
  }

  /** Adds the projects that have no row yet, and finds the answers of messages that came before. */
  private static Uni<Entered> complete(
      Mutiny.Session session, List<InboxRow> rows, Entered entered) {
    Map<String, Long> seqs = new HashMap<>(entered.seqs());
    List<InboxRow> repeated =
        rows.stream().filter(row -> !entered.fresh().contains(row.id())).toList();
    return addProjects(session, projects(rows), seqs)
        .chain(() -> known(session, repeated))
        .map(known -> new Entered(seqs, entered.fresh(), entered.again(), known));
  }

  private static String[] projects(List<InboxRow> rows) {
    return rows.stream().map(InboxRow::project).distinct().sorted().toArray(String[]::new);
  }

  private static Uni<Void> addProjects(
      Mutiny.Session session, String[] projects, Map<String, Long> seqs) {
    String[] missing =
        Arrays.stream(projects)
            .filter(project -> !seqs.containsKey(project))
            .toArray(String[]::new);
    return missing.length == 0
        ? Uni.createFrom().voidItem()
        : SessionSql.rows(session, ADD_PROJECTS, (Object) missing)
            .invoke(
                rows ->
                    rows.forEach(row -> seqs.put((String) row[0], ((Number) row[1]).longValue())))
            .replaceWithVoid();
  }

  private static Uni<Map<UUID, Entered.Known>> known(
      Mutiny.Session session, List<InboxRow> repeated) {
    return repeated.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : SessionSql.rows(
                session, KNOWN, (Object) SessionSql.column(repeated, InboxRow::id, UUID[]::new))
            .map(
                rows ->
                    rows.stream()
                        .collect(
                            Collectors.toMap(
                                row -> UUID.fromString((String) row[0]),
                                row ->
                                    new Entered.Known(
                                        new Answer(((Number) row[1]).intValue(), (String) row[2]),
                                        (String) row[3]))));
  }
}
