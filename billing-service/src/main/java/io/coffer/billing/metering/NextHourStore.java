package io.coffer.billing.metering;

import io.coffer.messaging.envelope.Envelope;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Which hours are to be closed. An hour that something is heard of late is closed again. */
@ApplicationScoped
public class NextHourStore implements PanacheRepositoryBase<NextHourRow, String> {

  /** A vault uses more or less from a moment on. */
  Uni<Void> used(Envelope event, Instant from) {
    return open(event.project(), from)
        .invoke(row -> row.vaultSeq = Math.max(row.vaultSeq, event.seq()))
        .replaceWithVoid();
  }

  /** Use is charged differently from a moment on. */
  public Uni<Void> charged(Envelope event, Instant from) {
    return open(event.project(), from)
        .invoke(row -> row.billingSeq = Math.max(row.billingSeq, event.seq()))
        .replaceWithVoid();
  }

  private Uni<NextHourRow> open(String project, Instant from) {
    Instant hour = from.truncatedTo(ChronoUnit.HOURS);
    return findById(project)
        .chain(
            row -> {
              if (row == null) {
                NextHourRow first = new NextHourRow();
                first.project = project;
                first.hour = hour;
                return persist(first);
              }
              if (!hour.isAfter(row.hour)) {
                row.reopen(hour);
              }
              return Uni.createFrom().item(row);
            });
  }
}
