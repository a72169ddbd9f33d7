package io.coffer.billing.bill;

import io.coffer.billing.metering.Meter;
import io.coffer.contracts.billing.BillEvent.HourClosed;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** Which hours were closed. */
@ApplicationScoped
class ClosedHourStore implements PanacheRepositoryBase<ClosedHourRow, UUID> {

  /** How far a month is closed; null where no hour of it is. */
  Uni<ClosedMonth> ofMonth(String project, String month) {
    return find("project = ?1 and month = ?2 order by hour desc", project, month)
        .firstResult()
        .onItem()
        .ifNotNull()
        .transform(row -> new ClosedMonth(row.region, row.hour.plus(Meter.HOUR)));
  }

  /** Notes that an hour was closed, or closed anew. */
  Uni<Void> put(String project, HourClosed event) {
    return findById(event.hourId())
        .chain(
            present -> {
              ClosedHourRow row = Objects.requireNonNullElseGet(present, ClosedHourRow::new);
              row.region = event.region();
              row.currency = event.currency();
              row.closedAt = event.closedAt();
              if (present != null) {
                return Uni.createFrom().voidItem();
              }
              row.id = event.hourId();
              row.project = project;
              row.hour = event.hour();
              row.month = event.month();
              return persist(row).replaceWithVoid();
            });
  }
}
