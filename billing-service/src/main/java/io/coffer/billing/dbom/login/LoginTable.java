package io.coffer.billing.dbom.login;

import io.coffer.messaging.round.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The logins as whoever sets them sees them. Blocks. */
@ApplicationScoped
public class LoginTable {

  private static final String WAITING =
      """
      select l.instance_id, l.sealed from plumbing.dbom_login l
      where l.sealed is not null
        and exists (select 1 from store.dbom_instance i where i.id = l.instance_id)
      order by l.kept_at limit 32
      """;

  private static final String FORSAKEN =
      """
      delete from plumbing.dbom_login l using store.customer_order o
      where o.id = l.brought_by and o.status not in ('UNPAID', 'PROCESSING')
        and not exists (select 1 from store.dbom_instance i where i.id = l.instance_id)
      """;

  private final BlockingSql sql;

  LoginTable(Pool pool) {
    sql = new BlockingSql(pool);
  }

  /** A password that waits to be set. */
  record Waiting(UUID instanceId, String sealed) {}

  /** Whether the instance has a password. */
  public boolean isSet(UUID instanceId) {
    return is("password_hash is not null and sealed is null", instanceId);
  }

  /** Whether it will have one. */
  public boolean isWaiting(UUID instanceId) {
    return is("sealed is not null", instanceId);
  }

  /** Forgets passwords that were ordered with instances that there will never be. */
  void forgetForsaken() {
    sql.change(FORSAKEN);
  }

  /** Passwords of instances that there are, the oldest first. */
  List<Waiting> waiting() {
    return sql.rows(WAITING, row -> new Waiting(row.getUUID(0), row.getString(1)));
  }

  /** The password is this one now. What was sealed is dropped, unless another came meanwhile. */
  void set(Waiting waiting, String hash) {
    sql.change(
        "update plumbing.dbom_login set password_hash = $3, sealed = null"
            + " where instance_id = $1 and sealed = $2",
        waiting.instanceId(),
        waiting.sealed(),
        hash);
  }

  /** Nobody can open it: the password stays what it was. */
  void drop(Waiting waiting) {
    sql.change(
        "update plumbing.dbom_login set sealed = null where instance_id = $1 and sealed = $2",
        waiting.instanceId(),
        waiting.sealed());
  }

  private boolean is(String condition, UUID instanceId) {
    String found = "select 1 from plumbing.dbom_login where instance_id = $1 and " + condition;
    return !sql.rows(found, row -> true, instanceId).isEmpty();
  }
}
