package io.coffer.billing.bill;

import io.coffer.contracts.billing.BillEvent.HourClosed;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What hours were charged for. */
@ApplicationScoped
class ClosedHourStore implements PanacheRepositoryBase<ClosedHourRow, UUID> {

  /** An hour of a project, if it was closed; else one in which nothing was used. */
  Uni<ClosedHour> of(String project, CloseHour hour, String currency) {
    return findById(hour.hourId())
        .map(
            row ->
                row == null || !row.project.equals(project)
                    ? new ClosedHour(hour.hour(), hour.region(), currency, List.of())
                    : row.closed());
  }

  /** The closed hours of a month, in their order. */
  Uni<List<ClosedHour>> ofMonth(String project, String month) {
    return list("project = ?1 and month = ?2 order by hour", project, month)
        .map(rows -> rows.stream().map(ClosedHourRow::closed).toList());
  }

  /** Writes an hour, or writes it anew; what stood there before, null for nothing. */
  Uni<ClosedHour> put(String project, HourClosed event) {
    return findById(event.hourId())
        .chain(
            present -> {
              ClosedHourRow row = Objects.requireNonNullElseGet(present, ClosedHourRow::new);
              ClosedHour before = present == null ? null : present.closed();
              row.region = event.region();
              row.currency = event.currency();
              row.lines = event.lines();
              row.closedAt = event.closedAt();
              if (present != null) {
                return Uni.createFrom().item(before);
              }
              row.id = event.hourId();
              row.project = project;
              row.hour = event.hour();
              row.month = event.month();
              return persist(row).replaceWith(before);
            });
  }
}
