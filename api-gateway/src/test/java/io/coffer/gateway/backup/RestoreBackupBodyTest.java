package io.coffer.gateway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.contracts.vault.BackupCommand;
import io.coffer.contracts.vault.BackupCommand.Mapping;
import io.coffer.gateway.contract.Contract;
import io.coffer.gateway.contract.Operation;
import io.coffer.gateway.error.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoreBackupBodyTest {

  private static final Operation RESTORE = new Contract().operation("RestoreBackup");

  @Test
  void goesBackToTheOriginAndPowersOnWhereNothingIsSaid() {
    RestoreBackupBody body = read("{\"restore\": {\"mappings\": null, \"server_id\": \"\"}}");
    assertThat(command(body).mappings()).isEmpty();
    assertThat(body.target()).isNull();
    assertThat(command(body).powerOn()).isTrue();
  }

  @Test
  void takesTheServerBeforeTheVolumeAndTheResource() {
    assertThat(read("{\"restore\": {\"resource_id\": \"r\", \"volume_id\": \"v\"}}").target())
        .isEqualTo("v");
    assertThat(read("{\"restore\": {\"volume_id\": \"v\", \"server_id\": \"s\"}}").target())
        .isEqualTo("s");
  }

  @Test
  void readsMappings() {
    UUID backup = UUID.randomUUID();
    String mappings =
        "{\"restore\": {\"mappings\": [{\"backup_id\": \"%s\", \"volume_id\": \"v\"}]}}";
    assertThat(command(read(mappings.formatted(backup))).mappings())
        .containsExactly(new Mapping(backup, "v"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|restore",
        "{'restore': 1}|restore",
        "{'restore': {'mappings': {}}}|restore.mappings",
        "{'restore': {'mappings': [null]}}|restore.mappings[0]",
        "{'restore': {'mappings': [{'volume_id': 'v'}]}}|restore.mappings[0].backup_id",
        "{'restore': {'mappings': [{'backup_id': 'b', 'volume_id': 'v'}]}}|restore.mappings[0].backup_id",
        "{'restore': {'power_on': 'true'}}|restore.power_on",
        "{'restore': {'server_id': 7}}|restore.server_id",
        "{'restore': {'details': {}}}|restore.details.destination_path",
        "{'restore': {'details': {'destination_path': ''}}}|restore.details.destination_path",
      })
  void namesTheFieldThatIsWrong(String body, String field) {
    assertThatThrownBy(() -> read(body.replace('\'', '"')))
        .isInstanceOf(ApiException.class)
        .hasMessageStartingWith(field + " ")
        .extracting("status")
        .isEqualTo(400);
  }

  private static BackupCommand.RestoreBackup command(RestoreBackupBody body) {
    return body.command(UUID.randomUUID(), "target", null);
  }

  private static RestoreBackupBody read(String body) {
    return new RestoreBackupBody(
        RESTORE.body(body.getBytes(StandardCharsets.UTF_8)).object("restore"));
  }
}
