package io.coffer.gateway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.IncludedVolume;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.gateway.contract.Contract;
import io.coffer.gateway.contract.Operation;
import io.coffer.gateway.error.ApiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateVaultBodyTest {

  private static final String LEAST =
      """
      {"vault": {"name": "v", "resources": [], "billing": {"consistent_level": "crash_consistent",
        "object_type": "server", "protect_type": "backup", "size": 10}}}
      """;
  private static final Operation CREATE = new Contract().operation("CreateVault");

  @Test
  void fillsInTheDocumentedDefaults() {
    VaultCommand.CreateVault body = read(LEAST);
    VaultSettings settings = body.settings();
    assertThat(settings.cloudType()).isEqualTo("public");
    assertThat(settings.chargingMode()).isEqualTo("post_paid");
    assertThat(settings.threshold()).isEqualTo(80);
    assertThat(settings.smnNotify()).isTrue();
    assertThat(settings.enterpriseProjectId()).isEqualTo("0");
    assertThat(settings.autoBind()).isFalse();
    assertThat(settings.autoExpand()).isFalse();
    assertThat(settings.locked()).isFalse();
    assertThat(settings.multiAz()).isFalse();
    assertThat(settings.bindRuleTags()).isEmpty();
    assertThat(settings.backupNamePrefix()).isNull();
    assertThat(body.tags()).isEmpty();
    assertThat(body.backupPolicyId()).isNull();
  }

  @Test
  void stripsTagsAndKeepsTheirOrder() throws IOException {
    VaultCommand.CreateVault body =
        read(
            with("tags", "[{\"key\":\" b \",\"value\":\" 1.0 \"},{\"key\":\"a\",\"value\":\"\"}]"));
    assertThat(body.tags()).containsExactly(new Tag("b", "1.0"), new Tag("a", ""));
  }

  @Test
  void takesNullAndEmptyForNoExclusions() throws IOException {
    for (String volumes : new String[] {"null", "[]"}) {
      String resources =
          "[{\"id\":\"i\",\"type\":\"OS::Nova::Server\",\"extra_info\":{\"exclude_volumes\":%s}}]"
              .formatted(volumes);
      assertThat(body(with("resources", resources)).resources().get(0).choices().excludeVolumes())
          .isEmpty();
    }
  }

  @Test
  void takesNullAndEmptyForNoInclusions() throws IOException {
    for (String volumes : new String[] {"null", "[]"}) {
      assertThat(body(including(volumes)).resources().get(0).choices().includeVolumes()).isEmpty();
    }
  }

  @Test
  void takesVolumesToIncludeWithOrWithoutAVersion() throws IOException {
    String volumes = "[{\"id\":\"a\",\"os_version\":\"CentOS 7.6\"},{\"id\":\"b\"}]";
    assertThat(body(including(volumes)).resources().get(0).choices().includeVolumes())
        .containsExactly(new IncludedVolume("a", "CentOS 7.6"), new IncludedVolume("b", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name | null | vault.name",
        "name | \"a\\u0000\" | vault.name",
        "name | \"a\\nb\" | vault.name",
        "name | \"\\ud800\" | vault.name",
        "billing | null | vault.billing",
        "resources | [null] | vault.resources[0]",
        "tags | [{\"key\":\"a\",\"value\":\"1\"},{\"key\":\"a \",\"value\":\"2\"}] | vault.tags[1].key",
        "tags | [{\"key\":\" \",\"value\":\"1\"}] | vault.tags[0].key",
        "demand_billing | true | vault.demand_billing",
      })
  void namesTheFieldThatIsWrong(String field, String value, String named) throws IOException {
    assertRefused(with(field, value), named);
  }

  private static void assertRefused(String body, String named) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("BackupService.9900");
              assertThat(refusal.getMessage()).startsWith(named + " ");
            });
  }

  private static String including(String volumes) throws IOException {
    return with(
        "resources",
        "[{\"id\":\"i\",\"type\":\"OS::Nova::Server\",\"extra_info\":{\"include_volumes\":%s}}]"
            .formatted(volumes));
  }

  private static String with(String field, String value) throws IOException {
    ObjectNode root = (ObjectNode) Json.MAPPER.readTree(LEAST);
    JsonNode parent = root.path("vault");
    String name = field;
    if (field.startsWith("billing.")) {
      parent = parent.path("billing");
      name = field.substring("billing.".length());
    }
    ((ObjectNode) parent).set(name, Json.MAPPER.readTree(value));
    // Written with escapes, because half a character cannot be written as it is.
    return Json.MAPPER
        .writer()
        .with(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
        .writeValueAsString(root);
  }

  private static VaultCommand.CreateVault read(String body) {
    return body(body).command(List.of());
  }

  private static CreateVaultBody body(String body) {
    return CreateVaultBody.of(CREATE.body(body.getBytes(StandardCharsets.UTF_8)));
  }
}
