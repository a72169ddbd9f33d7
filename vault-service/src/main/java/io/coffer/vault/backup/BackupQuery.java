package io.coffer.vault.backup;

import io.coffer.owner.page.Criteria;
import io.coffer.owner.page.Listing;
import io.coffer.owner.page.Parameters;

/** The filters of the backup list (table 4-96); times are those of creation. */
final class BackupQuery {

  private BackupQuery() {}

  static Listing<BackupRow> listing(Parameters asked) {
    return new Listing<>(BackupRow.class, BackupOrder.of(asked.text("sort")));
  }

  static Criteria criteria(String project, Parameters asked) {
    Criteria criteria =
        Criteria.of(project)
            .enterpriseProject(asked)
            .in("status", asked.constants("status", BackupStatus.class))
            .equal("name", asked.text("name"))
            .in("imageType", asked.texts("image_type"))
            .equal("resourceId", asked.text("resource_id"))
            .equal("resourceName", asked.text("resource_name"))
            .in("resourceType", asked.texts("resource_type"))
            .equal("incremental", asked.flag("incremental"))
            .created(asked)
            .id("vaultId", asked.text("vault_id"))
            .id("checkpointId", asked.text("checkpoint_id"));
    parent(criteria, asked.text("parent_id"));
    share(criteria, asked);
    return criteria;
  }

  /** Backups of volumes are listed below their server's only. */
  private static void parent(Criteria criteria, String parentId) {
    if (parentId == null) {
      criteria.where("r.parentId is null");
    } else {
      criteria.id("parentId", parentId);
    }
  }

  /** Nothing is shared yet, and no zone is known. */
  private static void share(Criteria criteria, Parameters asked) {
    int percent = asked.number("used_percent", 1, 100, 0);
    if (percent > 0) {
      criteria.where(
          "r.storedBytes * 100 >= ? *"
              + " (select cast(v.sizeGb as Long) * 1073741824L"
              + " from VaultRow v where v.id = r.vaultId)",
          (long) percent);
    }
    if ("shared".equals(asked.text("own_type"))
        || asked.text("member_status") != null
        || asked.text("resource_az") != null) {
      criteria.never();
    }
  }
}
