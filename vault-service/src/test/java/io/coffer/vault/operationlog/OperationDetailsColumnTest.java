package io.coffer.vault.operationlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept is read by later releases, and what a migration wrote must look the same. */
class OperationDetailsColumnTest {

  private static final UUID ID = new UUID(1, 2);

  static List<Arguments> kinds() {
    String backup = "\"backupId\":\"" + ID + "\",\"backupName\":\"b\"";
    return List.of(
        Arguments.of(new BackupOperation(ID, "b", null), "{\"kind\":\"backup\"," + backup + "}"),
        Arguments.of(
            new BackupOperation(ID, "b", 10L, 3L, null),
            "{\"kind\":\"backup\"," + backup + ",\"sizeBytes\":10,\"storedBytes\":3}"),
        Arguments.of(new DeleteOperation(ID, "b"), "{\"kind\":\"delete\"," + backup + "}"),
        Arguments.of(
            new RestoreOperation(ID, "b", "s2", null),
            "{\"kind\":\"restore\"," + backup + ",\"targetResourceId\":\"s2\"}"),
        Arguments.of(
            new ExpirationOperation(2, "2030-12-31"),
            "{\"kind\":\"update_expiration_time\",\"backups\":2,\"day\":\"2030-12-31\"}"),
        Arguments.of(
            new MigrateOperation(ID, List.of(ID)),
            "{\"kind\":\"migrate\",\"backupIds\":[\""
                + ID
                + "\"],\"destinationVaultId\":\""
                + ID
                + "\"}"),
        Arguments.of(
            new ClearingOperation(ID, 2),
            "{\"kind\":\"clearing\",\"backups\":2,\"migrationId\":\"" + ID + "\"}"),
        Arguments.of(new VaultDeleteOperation(2), "{\"kind\":\"vault_delete\",\"backups\":2}"),
        Arguments.of(
            new RemoveResourcesOperation(List.of("s1"), 3, 1, 2),
            "{\"kind\":\"remove_resource\",\"backups\":3,\"deleted\":1,\"failed\":2,"
                + "\"resourceIds\":[\"s1\"]}"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void keepsEachKindAsItAlwaysDid(OperationDetails details, String json) {
    OperationDetailsColumn column = new OperationDetailsColumn();
    assertThat(column.convertToDatabaseColumn(details)).isEqualTo(json);
    assertThat(column.convertToEntityAttribute(json)).isEqualTo(details);
  }
}
