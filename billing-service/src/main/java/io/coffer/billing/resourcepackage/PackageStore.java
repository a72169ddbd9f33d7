package io.coffer.billing.resourcepackage;

import io.coffer.contracts.billing.PackageEvent.PackageOpened;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The resource packages of projects. */
@ApplicationScoped
public class PackageStore implements PanacheRepositoryBase<PackageRow, UUID> {

  private static final Duration HOUR = Duration.ofHours(1);

  /** The packages of a project that are valid at some moment of this hour. */
  public Uni<List<PackageTerm>> validIn(String project, Instant hour) {
    return list(
            "project = ?1 and validFrom < ?2 and validUntil > ?3", project, hour.plus(HOUR), hour)
        .map(rows -> rows.stream().map(PackageRow::term).toList());
  }

  /** A package of a project; null for none. */
  Uni<PackageTerm> of(String project, UUID packageId) {
    return findById(packageId)
        .map(row -> row == null || !row.project.equals(project) ? null : row.term());
  }

  /** The order that opened a package of this id, whoever has it; null for none. */
  Uni<String> openedBy(UUID packageId) {
    return findById(packageId).onItem().ifNotNull().transform(row -> row.orderId);
  }

  /** All packages that a project ever had, in the order of their ends. */
  public Uni<List<PackageTerm>> all(String project) {
    return list("project = ?1 order by validUntil, id", project)
        .map(rows -> rows.stream().map(PackageRow::term).toList());
  }

  Uni<Void> opened(String project, PackageOpened event) {
    return findById(event.packageId())
        .chain(
            present -> {
              if (present != null) {
                present.validUntil = event.until();
                return Uni.createFrom().voidItem();
              }
              PackageRow row = new PackageRow();
              row.id = event.packageId();
              row.project = project;
              row.orderId = event.orderId();
              row.specCode = event.specCode();
              row.num = event.num();
              row.volumeGb = event.volumeGb();
              row.covers = event.covers();
              row.validFrom = event.from();
              row.validUntil = event.until();
              return persist(row).replaceWithVoid();
            });
  }

  Uni<Void> renewed(UUID packageId, Instant until) {
    return findById(packageId).invoke(row -> row.validUntil = until).replaceWithVoid();
  }

  Uni<Void> ended(UUID packageId, Instant at) {
    return findById(packageId)
        .invoke(
            row -> {
              if (row != null && at.isBefore(row.validUntil)) {
                row.validUntil = at;
              }
            })
        .replaceWithVoid();
  }
}
