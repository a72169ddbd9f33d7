package io.coffer.gateway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.IncludedVolume;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.request.BodyReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateVaultBodyTest {

  private static final String LEAST =
      """
      {"vault": {"name": "v", "resources": [], "billing": {"consistent_level": "crash_consistent",
        "object_type": "server", "protect_type": "backup", "size": 10}}}
      """;
  private static final BodyReader<CreateVaultBody> READER = BodyReader.of(CreateVaultBody.class);

  @Test
  void fillsInTheDocumentedDefaults() {
    CreateVaultBody body = read(LEAST);
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
    assertThat(body.policy()).isNull();
  }

  @Test
  void stripsTagsAndKeepsTheirOrder() throws IOException {
    CreateVaultBody body =
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
      assertThat(read(with("resources", resources)).vault().resources().get(0).excludeVolumes())
          .isEmpty();
    }
  }

  @Test
  void takesNullAndEmptyForNoInclusions() throws IOException {
    for (String volumes : new String[] {"null", "[]"}) {
      assertThat(read(including(volumes)).vault().resources().get(0).includeVolumes()).isEmpty();
    }
  }

  @Test
  void takesVolumesToIncludeWithOrWithoutAVersion() throws IOException {
    String volumes = "[{\"id\":\"a\",\"os_version\":\"CentOS 7.6\"},{\"id\":\"b\"}]";
    assertThat(read(including(volumes)).vault().resources().get(0).includeVolumes())
        .containsExactly(new IncludedVolume("a", "CentOS 7.6"), new IncludedVolume("b", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | ",
        "[null] | [0]",
        "[\"a\"] | [0]",
        "[{\"id\":\"a\"},{\"os_version\":\"CentOS\"}] | [1].id",
        "[{\"id\":\"\"}] | [0].id",
        "[{\"id\":\"%65\"}] | [0].id",
        "[{\"id\":1}] | [0].id",
        "[{\"id\":\"a\",\"os_version\":7.6}] | [0].os_version",
        "[{\"id\":\"a\",\"os_version\":\"%256\"}] | [0].os_version",
        "[{\"id\":\"a\",\"os_version\":\"a\\nb\"}] | [0].os_version",
      })
  void namesTheVolumeToIncludeThatIsWrong(String volumes, String named) throws IOException {
    assertRefused(
        including(lengthened(volumes)),
        "vault.resources[0].extra_info.include_volumes" + (named == null ? "" : named));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name | null | vault.name",
        "name | \"\" | vault.name",
        "name | \"%65\" | vault.name",
        "name | \"a\\u0000\" | vault.name",
        "name | \"a\\nb\" | vault.name",
        "name | \"\\ud800\" | vault.name",
        "description | \"%65\" | vault.description",
        "billing | null | vault.billing",
        "billing.size | 9 | vault.billing.size",
        "billing.size | 10485761 | vault.billing.size",
        "billing.size | null | vault.billing.size",
        "billing.size | -1 | vault.billing.size",
        "billing.consistent_level | \"none\" | vault.billing.consistent_level",
        "billing.consistent_level | null | vault.billing.consistent_level",
        "billing.object_type | \"car\" | vault.billing.object_type",
        "billing.protect_type | \"hybrid\" | vault.billing.protect_type",
        "billing.cloud_type | \"private\" | vault.billing.cloud_type",
        "billing.charging_mode | \"pre_paid\" | vault.billing.charging_mode",
        "billing.charging_mode | \"free\" | vault.billing.charging_mode",
        "billing.period_type | \"day\" | vault.billing.period_type",
        "billing.console_url | \"%256\" | vault.billing.console_url",
        "resources | null | vault.resources",
        "resources | [null] | vault.resources[0]",
        "resources | [{\"type\":\"OS::Nova::Server\"}] | vault.resources[0].id",
        "resources | [{\"id\":\"a\"}] | vault.resources[0].type",
        "resources | [{\"id\":\"a\",\"type\":\"OS::Car\"}] | vault.resources[0].type",
        "tags | [] | vault.tags",
        "tags | [{\"key\":\"a\",\"value\":\"1\"},{\"key\":\"a \",\"value\":\"2\"}] | vault.tags[1].key",
        "tags | [{\"key\":\"\",\"value\":\"1\"}] | vault.tags[0].key",
        "tags | [{\"key\":\"a=b\",\"value\":\"1\"}] | vault.tags[0].key",
        "tags | [{\"key\":\"%37\",\"value\":\"1\"}] | vault.tags[0].key",
        "tags | [{\"key\":\"a\"}] | vault.tags[0].value",
        "tags | [{\"key\":\"a\",\"value\":\"%44\"}] | vault.tags[0].value",
        "bind_rules | {\"tags\":[{\"key\":\"a,\",\"value\":\"\"}]} | vault.bind_rules.tags[0].key",
        "threshold | 0 | vault.threshold",
        "threshold | 101 | vault.threshold",
        "backup_name_prefix | \"%33\" | vault.backup_name_prefix",
        "demand_billing | true | vault.demand_billing",
        "sys_lock_source_service | \"X\" | vault.sys_lock_source_service",
      })
  void namesTheFieldThatIsWrong(String field, String value, String named) throws IOException {
    assertRefused(with(field, lengthened(value)), named);
  }

  @Test
  void takesLimitsInclusively() throws IOException {
    assertThat(read(with("name", lengthened("\"%64\""))).settings().name()).hasSize(64);
    assertThat(read(with("billing.size", "10485760")).settings().sizeGb()).isEqualTo(10_485_760);
    assertThat(read(with("threshold", "100")).settings().threshold()).isEqualTo(100);
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

  /** Replaces {@code %n} by n letters. */
  private static String lengthened(String value) {
    int percent = value.indexOf('%');
    if (percent < 0) {
      return value;
    }
    String digits = value.substring(percent + 1).replaceAll("[^0-9].*", "");
    return value.replace("%" + digits, "n".repeat(Integer.parseInt(digits)));
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

  private static CreateVaultBody read(String body) {
    CreateVaultBody read = READER.read(body.getBytes(StandardCharsets.UTF_8)).checked();
    read.settings();
    read.tags();
    return read;
  }
}
