package io.coffer.worker.delivery;

import io.coffer.worker.WorkerSettings;
import io.coffer.worker.plumbing.Plumbing;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Deliveries as the threads of this worker see them. Everything a holder writes names its epoch.
 * Times are the worker's, so that they may be played.
 */
@ApplicationScoped
class DeliveryTable {

  private static final int MOST_OF_A_PROJECT = 8;

  private final Plumbing plumbing;
  private final String owner;
  private final Duration lease;
  private final Duration patience;

  DeliveryTable(Plumbing plumbing, WorkerSettings settings) {
    this.plumbing = plumbing;
    this.owner = settings.instance();
    this.lease = settings.delivery().lease();
    this.patience = settings.delivery().patience();
  }

  String owner() {
    return owner;
  }

  /**
   * Leases what is due: one for each receiver, and so few of a project that receivers which hang
   * leave room for others.
   */
  List<Delivery> claim(Instant now, int most) {
    return plumbing
        .query(
            "select * from plumbing.claim_deliveries($1, $2, $3, $4, $5, $6)",
            owner,
            now.atOffset(ZoneOffset.UTC),
            lease.toMillis(),
            patience.toMillis(),
            most,
            MOST_OF_A_PROJECT)
        .stream()
        .map(DeliveryTable::read)
        .toList();
  }

  /** Gives back everything that this worker held when it died. */
  void takeOverOwn() {
    plumbing.change(
        "update plumbing.delivery set lease_owner = null, lease_until = null"
            + " where lease_owner = $1",
        owner);
  }

  /** Tries again later. */
  void again(Delivery delivery, String reason, Instant at) {
    plumbing.change(
        "update plumbing.delivery set lease_owner = null, lease_until = null, not_before = $4,"
            + " reason = $5 where id = $1 and epoch = $2 and lease_owner = $3",
        delivery.id(),
        delivery.epoch(),
        owner,
        at.atOffset(ZoneOffset.UTC),
        reason);
  }

  private static Delivery read(Row row) {
    return new Delivery(
        row.getUUID("id"),
        row.getString("project"),
        row.getUUID("subscription_id"),
        row.getUUID("notice_id"),
        row.getString("kind"),
        row.getString("target"),
        row.getString("subject"),
        row.getString("body"),
        row.getInteger("attempts"),
        row.getLong("epoch"),
        row.getOffsetDateTime("give_up_at").toInstant(),
        new Delivery.Origin(
            row.getUUID("command_id"),
            row.getString("caller"),
            row.getString("request_id"),
            row.getString("traceparent")));
  }
}
