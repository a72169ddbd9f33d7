package io.coffer.vault.vault;

import io.coffer.owner.page.Criteria;
import io.coffer.owner.page.Listing;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.page.SortKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The filters of the vault list (table 4-189). */
public final class VaultQuery {

  /** Newest first. */
  public static final Listing<VaultRow> LISTING =
      new Listing<>(
          VaultRow.class,
          List.of(
              new SortKey<>("r.createdAt", true, row -> row.createdAt),
              new SortKey<>("r.id", false, row -> row.id)));

  private VaultQuery() {}

  static Criteria criteria(String project, Parameters asked) {
    Criteria criteria =
        Criteria.of(project)
            .enterpriseProject(asked)
            .equal("name", asked.text("name"))
            .in("cloudType", asked.texts("cloud_type"))
            .in("objectType", asked.texts("object_type"))
            .in("protectType", asked.texts("protect_type"))
            .in("status", asked.constants("status", VaultStatus.class));
    ids(criteria, asked.texts("id"));
    resources(criteria, asked.parts("resource_ids"));
    policy(criteria, asked.text("policy_id"));
    return criteria;
  }

  private static void ids(Criteria criteria, List<String> texts) {
    List<UUID> ids = texts.stream().map(Parameters::id).flatMap(Optional::stream).toList();
    criteria.in("id", ids);
    if (ids.isEmpty() && !texts.isEmpty()) {
      criteria.never();
    }
  }

  private static void policy(Criteria criteria, String policyId) {
    if (policyId == null) {
      return;
    }
    Parameters.id(policyId)
        .map(
            id ->
                criteria.where(
                    "r.id in (select p.vaultId from VaultPolicyRow p"
                        + " where p.projectId = r.projectId and p.policyId = ?)",
                    id))
        .orElseGet(criteria::never);
  }

  private static void resources(Criteria criteria, List<String> resourceIds) {
    if (!resourceIds.isEmpty()) {
      criteria.where(
          "r.id in (select b.vaultId from ResourceRow b where b.projectId = r.projectId"
              + " and b.resourceId in (?))",
          resourceIds);
    }
  }
}
