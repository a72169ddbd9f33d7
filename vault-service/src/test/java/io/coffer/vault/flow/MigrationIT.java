package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.IncludedVolume;
import io.coffer.contracts.vault.ResourceChoices;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.testing.SampleVault;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.vault.operationlog.BackupOperation;
import io.coffer.vault.operationlog.DeleteOperation;
import io.coffer.vault.operationlog.OperationDetails;
import io.coffer.vault.operationlog.OperationDetailsColumn;
import io.coffer.vault.operationlog.RemoveResourcesOperation;
import io.coffer.vault.operationlog.RestoreOperation;
import io.coffer.vault.operationlog.VaultDeleteOperation;
import io.coffer.vault.resource.ResourceChoicesColumn;
import io.coffer.vault.vault.VaultSettingsColumn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Rows of older releases are, to the letter, what a replay of their events would write today. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class MigrationIT {

  private static final UUID ID = new UUID(1, 2);
  private static final String NAME = "ä \"b\" \\ 'c'";
  private static final String ROWS =
      """
      insert into before.vault values ('ID', 'p', 'available', 'NAME', '', 'server', 'backup',
        'crash_consistent', 'public', 'post_paid', 100, false, true, '[{"key":"k","value":"v"}]',
        true, 80, true, false, false, 'pre', '0', null, '[]', 'u', 0, 0, now(), now());
      insert into before.vault_resource values ('p', 'r1', 'ID', 't', 'n', 1, '["x"]', 'available',
        null, 0, 0, now(), '[{"id":"i","osVersion":"o"}]');
      insert into before.vault_resource values ('p', 'r2', 'ID', 't', 'n', 1, '[]', 'available',
        null, 0, 0, now(), '[]');
      insert into before.operation_log
      select gen_random_uuid(), 'p', 'ID', 'v', '0', null, kind, 'success', null,
        case when kind in ('backup', 'delete', 'restore') then uuid 'ID' end,
        case when kind in ('backup', 'delete', 'restore') then 'NAME' end, null, null, null,
        case when kind = 'restore' then 's2' end, null, '["r1"]', 3, 1, 2, size, stored, null, null,
        null, now(), null, null, now()
      from (values ('backup', 10, 3), ('backup', null, null), ('delete', null, null),
        ('restore', null, null), ('vault_delete', null, null), ('remove_resource', null, null))
        as kinds (kind, size, stored)
      """;

  @Inject DataSource database;

  @Test
  void writesOldRowsAsTheServiceWritesThemNow() throws Exception {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("drop schema if exists before cascade; create schema before");
      for (String script :
          List.of("V1__vaults_and_backups", "V2__filters", "V3__included_volumes")) {
        sql.execute(script(script));
      }
      sql.execute(ROWS.replace("ID", ID.toString()).replace("NAME", NAME.replace("'", "''")));
      sql.execute(script("V4__operation_details"));
      sql.execute(script("V5__choices"));

      OperationDetailsColumn details = new OperationDetailsColumn();
      assertThat(column(sql, "details from before.operation_log"))
          .containsExactlyInAnyOrderElementsOf(
              Stream.<OperationDetails>of(
                      new BackupOperation(ID, NAME, 10L, 3L, null),
                      new BackupOperation(ID, NAME, null),
                      new DeleteOperation(ID, NAME),
                      new RestoreOperation(ID, NAME, "s2", null),
                      new VaultDeleteOperation(3),
                      new RemoveResourcesOperation(List.of("r1"), 3, 1, 2))
                  .map(details::convertToDatabaseColumn)
                  .toList());
      assertThat(column(sql, "settings from before.vault"))
          .containsExactly(new VaultSettingsColumn().convertToDatabaseColumn(settings()));
      ResourceChoicesColumn choices = new ResourceChoicesColumn();
      assertThat(column(sql, "choices from before.vault_resource order by resource_id"))
          .containsExactly(
              choices.convertToDatabaseColumn(
                  new ResourceChoices(List.of("x"), List.of(new IncludedVolume("i", "o")))),
              choices.convertToDatabaseColumn(ResourceChoices.NONE));
      sql.execute("drop schema before cascade");
    }
  }

  private static VaultSettings settings() {
    return SampleVault.settings(
        Map.of(
            "name",
            NAME,
            "autoBind",
            true,
            "bindRuleTags",
            List.of(new Tag("k", "v")),
            "autoExpand",
            true,
            "backupNamePrefix",
            "pre"));
  }

  private static List<String> column(Statement sql, String what) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = sql.executeQuery("select " + what)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static String script(String name) throws IOException {
    try (InputStream file = MigrationIT.class.getResourceAsStream("/db/store/" + name + ".sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("store.", "before.");
    }
  }
}
