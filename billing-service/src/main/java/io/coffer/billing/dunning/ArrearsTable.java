package io.coffer.billing.dunning;

import io.coffer.messaging.round.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The domains that owe something, as the loop sees them. Blocks. */
@ApplicationScoped
class ArrearsTable {

  private static final String PAGE =
      """
      select domain_id, due_at from store.arrears
      where due_at <= $1 and (due_at, domain_id) > ($2, $3)
      order by due_at, domain_id limit 100
      """;

  private static final Debtor BEFORE_ALL = new Debtor("", Instant.EPOCH);

  private final BlockingSql sql;

  ArrearsTable(Pool pool) {
    sql = new BlockingSql(pool);
  }

  /** A domain that owes something. */
  record Debtor(String domain, Instant dueAt) {}

  /** Those whose time has come, behind the last one; from the first one on for null. */
  List<Debtor> due(Instant now, Debtor last) {
    Debtor before = last == null ? BEFORE_ALL : last;
    return sql.rows(PAGE, ArrearsTable::debtor, now, before.dueAt(), before.domain());
  }

  private static Debtor debtor(Row row) {
    return new Debtor(row.getString(0), BlockingSql.moment(row, 1));
  }
}
