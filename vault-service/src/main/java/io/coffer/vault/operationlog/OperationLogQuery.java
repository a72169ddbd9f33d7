package io.coffer.vault.operationlog;

import io.coffer.owner.page.Criteria;
import io.coffer.owner.page.Listing;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.page.SortKey;
import java.util.List;

/** The filters of the task list (table 4-19); times are those of creation. */
final class OperationLogQuery {

  static final Listing<OperationLogRow> LISTING =
      new Listing<>(
          OperationLogRow.class,
          List.of(
              new SortKey<>("r.createdAt", true, row -> row.createdAt),
              new SortKey<>("r.id", false, row -> row.id)));

  private OperationLogQuery() {}

  static Criteria criteria(String project, Parameters asked) {
    return Criteria.of(project)
        .enterpriseProject(asked)
        .in("operationType", asked.constants("operation_type", OperationType.class))
        .in("status", asked.constants("status", OperationStatus.class))
        .equal("providerId", asked.text("provider_id"))
        .equal("resourceId", asked.text("resource_id"))
        .equal("resourceName", asked.text("resource_name"))
        .equal("vaultName", asked.text("vault_name"))
        .created(asked)
        .id("vaultId", asked.text("vault_id"));
  }
}
