package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicyEvent.ProjectsDeclared;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Of when the lists of projects are that accounts go by. */
@ApplicationScoped
class DeclarationStore implements PanacheRepositoryBase<DeclarationRow, String> {

  /** Of when that of this account is; the least of all times where nobody said. */
  Uni<Instant> asOf(String domain) {
    return findById(domain).map(row -> row == null ? Instant.MIN : row.asOf);
  }

  Uni<Void> declared(ProjectsDeclared event, String domain) {
    if (event.asOf() == null) {
      return Uni.createFrom().voidItem();
    }
    return findById(domain)
        .chain(
            known -> {
              DeclarationRow row = known == null ? new DeclarationRow() : known;
              row.asOf = event.asOf();
              if (known != null) {
                return Uni.createFrom().voidItem();
              }
              row.domainId = domain;
              return persist(row).replaceWithVoid();
            });
  }
}
