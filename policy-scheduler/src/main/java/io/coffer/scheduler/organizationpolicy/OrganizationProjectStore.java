package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.OrganizationPolicyEvent.ProjectsDeclared;
import io.coffer.contracts.policy.OrganizationProject;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The projects of accounts and of their members. */
@ApplicationScoped
class OrganizationProjectStore implements PanacheRepositoryBase<OrganizationProjectRow, UUID> {

  private static final UUID PLACES = new UUID(0, 0);

  /** Those of this account, by their ids. */
  Uni<List<OrganizationProject>> of(String domain) {
    return list("projectId = ?1 order by memberProjectId", domain)
        .map(rows -> rows.stream().map(row -> row.project).toList());
  }

  Uni<Void> declared(ProjectsDeclared event, String domain) {
    return list("projectId", domain)
        .chain(
            rows -> {
              Map<String, OrganizationProjectRow> gone = new HashMap<>();
              rows.forEach(row -> gone.put(row.memberProjectId, row));
              List<OrganizationProjectRow> made = new ArrayList<>();
              for (OrganizationProject project : event.projects()) {
                OrganizationProjectRow known = gone.remove(project.projectId());
                if (known == null) {
                  made.add(row(project, domain));
                } else {
                  known.project = project;
                }
              }
              return getSession()
                  .chain(session -> session.removeAll(gone.values().toArray()))
                  .chain(() -> made.isEmpty() ? Uni.createFrom().voidItem() : persist(made));
            });
  }

  private static OrganizationProjectRow row(OrganizationProject project, String domain) {
    OrganizationProjectRow row = new OrganizationProjectRow();
    row.id = DerivedId.of(PLACES, domain + "/" + project.projectId());
    row.projectId = domain;
    row.memberProjectId = project.projectId();
    row.project = project;
    return row;
  }
}
