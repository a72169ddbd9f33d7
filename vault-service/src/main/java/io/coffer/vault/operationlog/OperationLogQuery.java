package io.coffer.vault.operationlog;

import io.coffer.owner.page.Criteria;
import io.coffer.owner.page.Listing;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.page.SortKey;
import java.util.List;
import java.util.UUID;

/** The filters of the task list (table 4-19); times are those of creation. */
final class OperationLogQuery {

  static final Listing<OperationLogRow> LISTING =
      new Listing<>(
          OperationLogRow.class,
          List.of(
              new SortKey<>("r.createdAt", true, row -> row.createdAt),
              new SortKey<>("r.id", false, row -> row.id)));

  private static final String ALL_GRANTED = "all_granted_eps";

  private OperationLogQuery() {}

  static Criteria criteria(String project, Parameters asked) {
    String enterpriseProject = asked.text("enterprise_project_id");
    Criteria criteria =
        Criteria.of(project)
            .equal(
                "enterpriseProjectId",
                ALL_GRANTED.equals(enterpriseProject) ? null : enterpriseProject)
            .in("operationType", asked.constants("operation_type", OperationType.class))
            .in("status", asked.constants("status", OperationStatus.class))
            .equal("providerId", asked.text("provider_id"))
            .equal("resourceId", asked.text("resource_id"))
            .equal("resourceName", asked.text("resource_name"))
            .equal("vaultName", asked.text("vault_name"))
            .where("r.createdAt >= ?", asked.time("start_time"))
            .where("r.createdAt <= ?", asked.time("end_time"));
    vault(criteria, asked.text("vault_id"));
    return criteria;
  }

  private static void vault(Criteria criteria, String vaultId) {
    if (vaultId != null) {
      UUID id = Parameters.id(vaultId).orElse(null);
      if (id == null) {
        criteria.never();
      } else {
        criteria.equal("vaultId", id);
      }
    }
  }
}
