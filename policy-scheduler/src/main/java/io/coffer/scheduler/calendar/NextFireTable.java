package io.coffer.scheduler.calendar;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is due, as the threads that carry it out see it: on connections of their own, before any
 * message. Blocks.
 */
@ApplicationScoped
public class NextFireTable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A lease that reaches too far was taken before the database's clock went back. */
  private static final String CLAIM =
      """
      with due as (
        select id from plumbing.next_fire
        where moment <= $1
          and not project = any ($4)
          and (leased_until is null
            or not leased_until between clock_timestamp()
              and clock_timestamp() + $3 * interval '1 millisecond')
        order by moment, window_minutes limit $2 for update skip locked)
      update plumbing.next_fire n
      set leased_until = clock_timestamp() + $3 * interval '1 millisecond'
      from due where n.id = due.id
      returning n.project, n.policy_id, n.vault_id, n.moment
      """;

  private static final String CROWD =
      """
      select count(*), min(moment), min(window_minutes) from plumbing.next_fire
      where moment <= $1 and not project = any ($2)
      """;

  private static final String BACKLOG =
      """
      select
        (select count(*) from plumbing.next_fire where moment <= $2),
        (select count(distinct command_id) from store.fire
          where skipped = 'missed' and fired_at > $3),
        (select min(moment) from plumbing.next_fire where moment <= $1)
      """;

  private final Pool pool;

  NextFireTable(Pool pool) {
    this.pool = pool;
  }

  /** A moment that is due, and whose lease nobody else has. */
  public record Due(String project, UUID policyId, UUID vaultId, Instant moment) {}

  /**
   * What is due at once.
   *
   * @param oldest the first moment of them; null for none
   * @param windowMinutes the shortest time within which one of them has to begin; null where no
   *     policy says one
   */
  public record Crowd(long count, Instant oldest, Integer windowMinutes) {}

  /**
   * How fires stand.
   *
   * @param late how many policies have been due for a vault for longer than they should
   * @param missed how many moments were missed lately, each counted once for a vault
   * @param oldest the first moment that nothing was done about; null for none
   */
  public record Backlog(long late, long missed, Instant oldest) {}

  /** What is due now, but nothing of these projects. */
  public Crowd crowd(Instant now, Collection<String> without) {
    return rows(CROWD, Tuple.of(now.atOffset(ZoneOffset.UTC), without.toArray(String[]::new)))
        .map(row -> new Crowd(row.getLong(0), instant(row, 1), row.getInteger(2)))
        .findFirst()
        .orElseThrow();
  }

  /** Leases moments that are due, the oldest first, but none of these projects. */
  public List<Due> claim(Instant now, int most, Duration lease, Collection<String> without) {
    Tuple parameters =
        Tuple.of(
            now.atOffset(ZoneOffset.UTC), most, lease.toMillis(), without.toArray(String[]::new));
    return rows(CLAIM, parameters).map(NextFireTable::due).toList();
  }

  /** What was in a vault a moment ago. */
  public List<String> resourcesIn(UUID vaultId) {
    return rows(
            "select resource_id from store.vault_resource where vault_id = $1 order by resource_id",
            Tuple.of(vaultId))
        .map(row -> row.getString(0))
        .toList();
  }

  /** What is due and not done about, and what was missed. */
  public Backlog backlog(Instant now, Duration late, Duration past) {
    return rows(
            BACKLOG,
            Tuple.of(
                now.atOffset(ZoneOffset.UTC),
                now.minus(late).atOffset(ZoneOffset.UTC),
                now.minus(past).atOffset(ZoneOffset.UTC)))
        .map(row -> new Backlog(row.getLong(0), row.getLong(1), instant(row, 2)))
        .findFirst()
        .orElseThrow();
  }

  private Stream<Row> rows(String sql, Tuple parameters) {
    return StreamSupport.stream(
        pool.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE).spliterator(), false);
  }

  private static Due due(Row row) {
    return new Due(row.getString(0), row.getUUID(1), row.getUUID(2), instant(row, 3));
  }

  private static Instant instant(Row row, int column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}
