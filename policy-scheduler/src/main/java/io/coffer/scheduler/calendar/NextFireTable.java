package io.coffer.scheduler.calendar;

import io.coffer.messaging.round.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What is due, as the threads that carry it out see it. Blocks. */
@ApplicationScoped
public class NextFireTable {

  /** A lease that reaches too far was taken before the database's clock went back. */
  private static final String FREE =
      """
      where moment <= $1
        and not project = any ($2)
        and (leased_until is null
          or not leased_until between clock_timestamp()
            and clock_timestamp() + $3 * interval '1 millisecond')
      """;

  /** Of those that were tried before the one goes first whose last try is the longest ago. */
  private static final String CLAIM =
      """
      with due as (
        select id from plumbing.next_fire
      """
          + FREE
          + """
        and (leased_until is not null) = $4
        order by leased_until, moment, window_minutes limit $5 for update skip locked)
      update plumbing.next_fire n
      set leased_until = clock_timestamp() + $3 * interval '1 millisecond'
      from due where n.id = due.id
      returning n.project, n.policy_id, n.vault_id, n.moment
      """;

  private static final String CROWDS =
      """
      select leased_until is not null as again, count(*), min(moment), min(window_minutes)
      from plumbing.next_fire
      """
          + FREE
          + "group by again order by again";

  private static final String BACKLOG =
      """
      select
        (select count(*) from plumbing.next_fire where moment <= $2),
        (select count(distinct command_id) from store.fire
          where skipped = 'missed' and fired_at > $3),
        (select min(moment) from plumbing.next_fire where moment <= $1)
      """;

  private final BlockingSql sql;

  NextFireTable(Pool pool) {
    sql = new BlockingSql(pool);
  }

  /** A moment that is due, and whose lease nobody else has. */
  public record Due(String project, UUID policyId, UUID vaultId, Instant moment) {}

  /**
   * What is due at once, and leased by nobody.
   *
   * @param again whether each of them was tried before and did not go through; else none was
   * @param oldest the first moment of them
   * @param windowMinutes the shortest time within which one of them has to begin; null where no
   *     policy says one
   */
  public record Crowd(boolean again, long count, Instant oldest, Integer windowMinutes) {}

  /**
   * How fires stand.
   *
   * @param late how many policies have been due for a vault for longer than they should
   * @param missed how many moments were missed lately, each counted once for a vault
   * @param oldest the first moment that nothing was done about; null for none
   */
  public record Backlog(long late, long missed, Instant oldest) {}

  /**
   * What is due now, but nothing of these projects: those that were not tried yet, then those that
   * were. Only what there is.
   */
  public List<Crowd> crowds(Instant now, Duration lease, Collection<String> without) {
    String[] others = without.toArray(String[]::new);
    return sql.rows(CROWDS, NextFireTable::crowd, now, others, lease.toMillis());
  }

  /**
   * Leases moments that are due, the oldest first, but none of these projects.
   *
   * @param again whether those that were tried before, or those that were not
   */
  public List<Due> claim(
      Instant now, boolean again, int most, Duration lease, Collection<String> without) {
    String[] others = without.toArray(String[]::new);
    return sql.rows(CLAIM, NextFireTable::due, now, others, lease.toMillis(), again, most);
  }

  /** What was in a vault a moment ago. */
  public List<String> resourcesIn(UUID vaultId) {
    return sql.rows(
        "select resource_id from store.vault_resource where vault_id = $1 order by resource_id",
        row -> row.getString(0),
        vaultId);
  }

  /** What is due and not done about, and what was missed. */
  public Backlog backlog(Instant now, Duration late, Duration past) {
    return sql.rows(BACKLOG, NextFireTable::backlog, now, now.minus(late), now.minus(past)).get(0);
  }

  private static Crowd crowd(Row row) {
    return new Crowd(
        row.getBoolean(0), row.getLong(1), BlockingSql.moment(row, 2), row.getInteger(3));
  }

  private static Backlog backlog(Row row) {
    return new Backlog(row.getLong(0), row.getLong(1), BlockingSql.moment(row, 2));
  }

  private static Due due(Row row) {
    return new Due(row.getString(0), row.getUUID(1), row.getUUID(2), BlockingSql.moment(row, 3));
  }
}
