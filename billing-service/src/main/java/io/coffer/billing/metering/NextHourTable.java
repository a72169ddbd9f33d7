package io.coffer.billing.metering;

import io.coffer.messaging.round.BlockingSql;
import io.coffer.owner.column.TextList;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which hours are due, as the loop that has them closed sees it. Blocks. */
@ApplicationScoped
public class NextHourTable {

  /** A lease that reaches too far was taken before the database's clock went back. */
  private static final String CLAIM =
      """
      with due as (
        select project from plumbing.next_hour
        where hour < $1
          and (leased_until is null
            or not leased_until between clock_timestamp()
              and clock_timestamp() + $3 * interval '1 millisecond')
        order by hour limit $2 for update skip locked)
      update plumbing.next_hour n
      set leased_until = clock_timestamp() + $3 * interval '1 millisecond'
      from due where n.project = due.project
      returning n.project, n.hour, n.vault_seq, n.billing_seq, n.from_vault, n.earlier, n.reopened
      """;

  private static final String ADVANCE =
      """
      update plumbing.next_hour set from_vault = $4, earlier = $5, leased_until = null
      where project = $1 and hour = $2 and reopened = $3
      """;

  private static final String PASS =
      """
      update plumbing.next_hour
      set hour = hour + interval '1 hour', from_vault = null, earlier = '[]', leased_until = null
      where project = $1 and hour = $2 and reopened = $3
      """;

  /**
   * Nothing is to come while there is no vault. Hours behind this one that were closed before are
   * closed again first: what was charged then may be for a vault whose end was heard of late.
   */
  private static final String REST =
      """
      delete from plumbing.next_hour n
      where n.project = $1 and n.hour = $2 and n.vault_seq = $3 and n.billing_seq = $4
        and not exists (
          select 1 from store.closed_hour h where h.project = $1 and h.hour >= $2)
        and not exists (
          select 1 from store.vault_terms t
          where t.project = $1 and not t.ended and not exists (
            select 1 from store.vault_terms e
            where e.project = $1 and e.vault_id = t.vault_id and e.ended and e.at < $2))
      """;

  private static final TextList EARLIER = new TextList();

  private final BlockingSql sql;

  NextHourTable(Pool pool) {
    sql = new BlockingSql(pool);
  }

  /**
   * An hour that is due, and whose lease nobody else has.
   *
   * @param from the vault that its next part begins with; null for the first of all
   * @param earlier the spec codes whose parts are through
   * @param reopened how often there was more to know of it, or of an hour before
   */
  public record Due(
      String project,
      Instant hour,
      long vaultSeq,
      long billingSeq,
      UUID from,
      List<String> earlier,
      long reopened) {}

  /** Leases hours that began before this moment, the oldest first; one of a project. */
  public List<Due> claim(Instant before, int most, Duration lease) {
    return sql.rows(CLAIM, NextHourTable::due, before, most, lease.toMillis());
  }

  /** A part of the hour is closed; if more is known of the hour now, it begins anew. */
  public void advanced(Due due, UUID next, List<String> earlier) {
    sql.change(
        ADVANCE,
        due.project(),
        due.hour(),
        due.reopened(),
        next,
        EARLIER.convertToDatabaseColumn(earlier));
  }

  /** The hour is closed with all that was known; if more is known of it now, it is due again. */
  public void passed(Due due) {
    sql.change(PASS, due.project(), due.hour(), due.reopened());
    Instant next = due.hour().plus(Meter.HOUR);
    sql.change(REST, due.project(), next, due.vaultSeq(), due.billingSeq());
  }

  private static Due due(Row row) {
    return new Due(
        row.getString(0),
        BlockingSql.moment(row, 1),
        row.getLong(2),
        row.getLong(3),
        row.getUUID(4),
        EARLIER.convertToEntityAttribute(row.getString(5)),
        row.getLong(6));
  }
}
