package io.coffer.billing.arrears;

import io.coffer.contracts.billing.ArrearsEvent.ArrearsBegan;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsClosed;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsGrew;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The domains that owe for what they used. */
@ApplicationScoped
public class ArrearsStore implements PanacheRepositoryBase<ArrearsRow, String> {

  /** How it stands with a domain; null for one that owes nothing. */
  public Uni<Arrears> of(String domain) {
    return findById(domain).onItem().ifNotNull().transform(ArrearsRow::state);
  }

  Uni<Void> began(ArrearsBegan event, String domain) {
    ArrearsRow row = new ArrearsRow();
    row.domainId = domain;
    row.projects = List.of(event.projectId());
    row.beganAt = event.beganAt();
    row.until = event.until();
    row.dueAt = event.until();
    return persist(row).replaceWithVoid();
  }

  Uni<Void> grew(ArrearsGrew event, String domain) {
    return findById(domain)
        .invoke(
            row ->
                row.projects =
                    Stream.concat(row.projects.stream(), Stream.of(event.projectId())).toList())
        .replaceWithVoid();
  }

  Uni<Void> closed(ArrearsClosed event, String domain) {
    return findById(domain)
        .invoke(
            row -> {
              row.closedSince = event.since();
              row.until = event.until();
              row.dueAt = event.nextAt();
            })
        .replaceWithVoid();
  }

  Uni<Void> settled(String domain) {
    return findById(domain).chain(this::delete);
  }
}
