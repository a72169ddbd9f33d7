package io.coffer.gateway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.CombinedOrder;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.contract.Contract;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.order.Terms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultOrderBodyTest {

  /** The second example of the reference. */
  private static final String EXAMPLE =
      """
      {"vault": {"name": "123", "description": "description",
        "backup_policy_id": "70e9c916-7109-472d-94e7-120900e4ba61",
        "tags": [{"key": "key", "value": "value"}], "auto_bind": false, "threshold": 80,
        "smn_notify": true,
        "parameters": {"combined_order": {"combined_order_id": "CS2303030959MR1IT",
          "combined_order_ecs_num": 5, "combined_order_num": 5}},
        "bind_rules": {"tags": [{"key": "bind_rules_key", "value": "bind_rules_value"}]},
        "billing": {"cloud_type": "public", "is_auto_renew": false, "is_auto_pay": false,
          "console_url": "https://www.com", "consistent_level": "app_consistent",
          "object_type": "server", "protect_type": "backup", "size": 80,
          "charging_mode": "pre_paid", "period_type": "month", "period_num": 1},
        "resources": [{"id": "8ef08ba1-81f7-4e41-ae49-d3e2fb0ba388", "type": "OS::Nova::Server",
          "name": "server_name",
          "extra_info": {"exclude_volumes": ["1855eb9a-2b5e-4938-a9f0-aea08b6f9243"]}}]}}
      """;

  @Test
  void takesTheExampleOfTheReference() {
    CreateVaultBody body = CreateVaultBody.ordered(body(EXAMPLE));
    assertThat(Terms.of(body.billing(), "")).isEqualTo(new Terms("month", 1, false, false));
    assertThat(body.command(List.of()).settings().chargingMode()).isEqualTo("pre_paid");
    assertThat(body.resources()).hasSize(1);
    assertThat(Combination.of(body.vault())).isEqualTo(new CombinedOrder("CS2303030959MR1IT", 5));
  }

  @Test
  void letsAnOrderOfServersHaveAsManyAsItSays() throws IOException {
    ObjectNode vault = (ObjectNode) Json.MAPPER.readTree(EXAMPLE).path("vault");
    ((ObjectNode) vault.at("/parameters/combined_order")).put("combined_order_ecs_num", 1);
    String one = "{\"vault\":" + vault + "}";
    assertThat(Combination.of(CreateVaultBody.ordered(body(one)).vault())).isNotNull();
    ((ArrayNode) vault.path("resources"))
        .addObject()
        .put("id", "1ef08ba1-81f7-4e41-ae49-d3e2fb0ba388")
        .put("type", "OS::Nova::Server");
    String two = "{\"vault\":" + vault + "}";
    assertThatThrownBy(() -> Combination.of(CreateVaultBody.ordered(body(two)).vault()))
        .isInstanceOf(ApiException.class)
        .hasMessageStartingWith("vault.resources must name at most 1 ");
  }

  @Test
  void makesUpANameAndKnowsHowItIsPaid() throws IOException {
    ObjectNode least = (ObjectNode) Json.MAPPER.readTree(EXAMPLE);
    ((ObjectNode) least.path("vault")).remove("name");
    ((ObjectNode) least.at("/vault/billing")).remove("charging_mode");
    CreateVaultBody body = CreateVaultBody.ordered(body(least.toString()));
    assertThat(body.command(List.of()).settings().name()).startsWith("vault-").hasSizeLessThan(65);
    assertThat(body.isPrePaid()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/vault/billing | charging_mode | \"post_paid\" | vault.billing.charging_mode",
        "/vault/billing | period_type | null | vault.billing.period_type",
        "/vault/billing | period_type | \"day\" | vault.billing.period_type",
        "/vault/billing | period_num | null | vault.billing.period_num",
        "/vault/billing | period_num | 0 | vault.billing.period_num",
        "/vault/billing | period_num | 10 | vault.billing.period_num",
        "/vault/billing | size | 9 | vault.billing.size",
        "/vault/billing | size | 10485761 | vault.billing.size",
        "/vault | auto_expand | true | vault.auto_expand",
        "/vault | resources | null | vault.resources",
        "/vault | billing | null | vault.billing",
        "/vault | tags | [] | vault.tags",
        "/vault/parameters/combined_order | combined_order_ecs_num | 501 |"
            + " vault.parameters.combined_order.combined_order_ecs_num",
        "/vault/parameters/combined_order | combined_order_num | 1001 |"
            + " vault.parameters.combined_order.combined_order_num"
      })
  void namesTheFieldThatIsWrong(String at, String field, String value, String named)
      throws IOException {
    ObjectNode root = (ObjectNode) Json.MAPPER.readTree(EXAMPLE);
    ((ObjectNode) root.at(at)).set(field, Json.MAPPER.readTree(value));
    assertThatThrownBy(
            () ->
                Terms.of(
                    CreateVaultBody.ordered(body(root.toString())).billing(), "vault.billing."))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("BackupService.9900");
              assertThat(refusal.getMessage()).startsWith(named + " ");
            });
  }

  private static Body body(String json) {
    return new Contract()
        .operation("CreatePostPaidVault")
        .body(json.getBytes(StandardCharsets.UTF_8));
  }
}
