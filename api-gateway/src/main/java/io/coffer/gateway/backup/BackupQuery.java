package io.coffer.gateway.backup;

import io.coffer.gateway.request.QueryRules;
import io.coffer.gateway.request.ResourceType;
import java.util.Set;

/** The filters, orders and pages of the backup list (table 4-96). */
final class BackupQuery {

  static final QueryRules LIST =
      QueryRules.paged()
          .text("checkpoint_id", "enterprise_project_id", "name", "parent_id", "resource_az")
          .text("resource_id", "resource_name", "vault_id")
          .flag("dec", "incremental", "show_replication")
          .time("start_time", "end_time")
          .oneOf("image_type", Set.of("backup", "replication"))
          .oneOf("member_status", Set.of("pending", "accepted", "rejected"))
          .oneOf("own_type", Set.of("all_granted", "private", "shared"))
          .oneOf("resource_type", ResourceType.ALL)
          .oneOf(
              "status",
              Set.of(
                  "available",
                  "protecting",
                  "deleting",
                  "restoring",
                  "error",
                  "waiting_protect",
                  "waiting_delete",
                  "waiting_restore"))
          .number("used_percent", 1, 100)
          .sort(Set.of("created_at", "updated_at", "name", "status", "protected_at", "id"));

  private BackupQuery() {}
}
