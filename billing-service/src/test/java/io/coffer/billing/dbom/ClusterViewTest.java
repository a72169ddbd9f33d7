package io.coffer.billing.dbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClusterViewTest {

  private static final Instant EXPIRY = Instant.parse("2026-02-28T12:00:00.123Z");

  @Test
  void showsAnInstanceAndItsNodesInTheDialectOfItsService() {
    JsonNode shown = shown(Instances.SINCE.plus(Duration.ofDays(2)).minusMillis(1));
    assertThat(shown.path("instance_id").asText()).isEqualTo(Instances.ID.toString());
    assertThat(shown.path("charge_model").asText()).isEqualTo("Period");
    assertThat(shown.path("deploy_mode").asText()).isEqualTo("CLOUD");
    assertThat(shown.path("created").asLong()).isEqualTo(Instances.SINCE.toEpochMilli());
    assertThat(shown.path("expired").asLong()).isEqualTo(EXPIRY.toEpochMilli());
    assertThat(shown.path("keep_days").asText()).isEqualTo("1");
    assertThat(shown.path("remain_days").asText()).isEqualTo("27");
    assertThat(shown.path("is_active_standby").asBoolean()).isTrue();
    assertThat(shown.path("public_ip").asText()).isEqualTo("203.0.113.7");
    assertThat(shown.has("comment")).isFalse();
    assertThat(shown.at("/detail/total").asInt()).isEqualTo(2);
    JsonNode main = shown.at("/detail/server/0");
    assertThat(main.path("status").asText()).isEqualTo("ACTIVE");
    assertThat(main.path("task_status").asText()).isEqualTo("powering-off");
    assertThat(main.path("zone").asText()).isEqualTo("zone-a");
    assertThat(main.path("security_group_id").asText()).isEqualTo("group-1,group-2");
    assertThat(main.path("connect_ip").asText())
        .matches("10(\\.[0-9]{1,3}){3}")
        .isEqualTo(shown.path("float_ip").asText());
    assertThat(shown.at("/detail/server/1/is_active").asInt()).isEqualTo(1);
    assertThat(shown.at("/activate_info/slave_node_id"))
        .isEqualTo(shown.at("/detail/server/1/server_id"));
  }

  @Test
  void hasNoDaysLeftWhenItExpired() {
    assertThat(shown(EXPIRY.minusMillis(1)).path("remain_days").asText()).isEqualTo("1");
    assertThat(shown(EXPIRY).path("remain_days").asText()).isEqualTo("0");
    assertThat(shown(EXPIRY.plusSeconds(100_000)).path("remain_days").asText()).isEqualTo("0");
  }

  private static JsonNode shown(Instant now) {
    InstanceRow row = new InstanceRow();
    row.id = Instances.ID;
    row.settings = Instances.settings(Instances.ADDRESS);
    row.boughtBy = Instances.ORDER;
    row.status = InstanceStatus.STOPPING;
    row.createdAt = Instances.SINCE;
    return Json.MAPPER.valueToTree(ClusterView.of(row, EXPIRY, now));
  }
}
