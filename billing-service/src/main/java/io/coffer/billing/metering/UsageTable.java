package io.coffer.billing.metering;

import io.coffer.messaging.round.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How much there is to count in an hour, as the loop that has it closed sees it. Blocks. */
@ApplicationScoped
public class UsageTable {

  /**
   * A vault weighs as much as is known of it: what happened to it in the hour, or the lines that it
   * had when the hour was closed before, one at least.
   */
  private static final String CUT =
      """
      with vaults as (
        (select distinct t.vault_id from store.vault_terms t
          where t.project = $1 and t.vault_id >= $2 and t.at < $4
            and not exists (select 1 from store.vault_terms e
              where e.vault_id = t.vault_id and e.ended and e.at < $3)
          order by t.vault_id limit $6 + 1)
        union
        (select distinct l.vault_id from store.usage_line l
          where l.hour_id = $5 and l.vault_id >= $2
          order by l.vault_id limit $6 + 1)
        order by vault_id limit $6 + 1),
      weights as (
        select v.vault_id, greatest(
          1 + (select count(*) from store.usage_change c
                where c.project = $1 and c.vault_id = v.vault_id and c.at >= $3 and c.at < $4)
            + (select count(*) from store.vault_terms t
                where t.project = $1 and t.vault_id = v.vault_id and t.at >= $3 and t.at < $4),
          (select count(*) from store.usage_line l
            where l.hour_id = $5 and l.vault_id = v.vault_id)) as weight
        from vaults v)
      select w.vault_id
      from (select vault_id, sum(weight) over (order by vault_id) - weight as behind
        from weights) w
      where w.behind >= $6 order by w.vault_id limit 1
      """;

  private final BlockingSql sql;

  UsageTable(Pool pool) {
    sql = new BlockingSql(pool);
  }

  /**
   * As many vaults of a project from this id on as have together about so much to count in an hour;
   * one at least.
   *
   * @param hourId of what the hour was closed with before
   * @param from null for the first of all
   */
  public VaultRange cut(String project, Instant hour, UUID hourId, UUID from, int most) {
    VaultRange rest = new VaultRange(from, null);
    List<UUID> next =
        sql.rows(
            CUT,
            row -> row.getUUID(0),
            project,
            rest.first(),
            hour,
            hour.plus(Meter.HOUR),
            hourId,
            most);
    return next.isEmpty() ? rest : new VaultRange(from, next.get(0));
  }
}
