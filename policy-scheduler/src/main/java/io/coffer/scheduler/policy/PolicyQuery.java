package io.coffer.scheduler.policy;

import io.coffer.owner.page.Criteria;
import io.coffer.owner.page.Listing;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.page.SortKey;
import java.util.List;

/** The filters of the policy list (table 4-369). */
final class PolicyQuery {

  static final Listing<PolicyRow> LISTING =
      new Listing<>(
          PolicyRow.class,
          List.of(
              new SortKey<>("r.createdAt", true, row -> row.createdAt),
              new SortKey<>("r.id", false, row -> row.id)));

  private PolicyQuery() {}

  static Criteria criteria(String project, Parameters asked) {
    Criteria criteria = Criteria.of(project).in("operationType", asked.texts("operation_type"));
    String vault = asked.text("vault_id");
    if (vault == null) {
      return criteria;
    }
    return Parameters.id(vault)
        .map(
            id ->
                criteria.where(
                    "r.id in (select a.policyId from AssociationRow a"
                        + " where a.projectId = r.projectId and a.vaultId = ?)",
                    id))
        .orElseGet(criteria::never);
  }
}
