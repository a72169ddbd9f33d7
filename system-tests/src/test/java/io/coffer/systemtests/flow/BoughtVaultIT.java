package io.coffer.systemtests.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** A vault that is bought for a month, closed by an operator, and paid by nobody any more. */
@ExtendWith(WholeStack.class)
class BoughtVaultIT {

  private static final String BILLING = "billing-service";
  private static final int FROZEN = 4;
  private static final int ENDED = 3;

  /** When the month is over; hours are not closed meanwhile. */
  private static final Map<String, String> LATER =
      Map.of(
          "COFFER_CLOCK_AHEAD", "P32D",
          "COFFER_BILLS_ENABLED", "false",
          "COFFER_SUBSCRIPTIONS_EVERY", "PT1S",
          "COFFER_SUBSCRIPTIONS_GRACE", "PT1S",
          "COFFER_SUBSCRIPTIONS_RETENTION", "PT1S",
          "COFFER_SUBSCRIPTIONS_RETRY", "PT1S");

  private RunningStack stack;
  private Project project;
  private Vaults vaults;

  @BeforeEach
  void sign(RunningStack stack) {
    this.stack = stack;
    project = Project.of(stack, "region-1");
    vaults = new Vaults(project);
  }

  @Test
  void refusesAllWhileItIsFrozenAndLosesNothing() throws Exception {
    LocalServer server = server();
    String vault = bought(server.id());
    String backup = vaults.backup(vaults.backedUp(vault), server.id());
    stack.coffer("billing", "freeze", vault).ok();
    assertThat(scenes(vault)).isEqualTo("POLICE");
    assertThat(project.post("/checkpoints", Vaults.checkpoint(vault)).errorCode())
        .isEqualTo("BackupService.6113");
    assertThat(
            project
                .post("/backups/" + backup + "/restore", Vaults.restore(server.id()))
                .errorCode())
        .isEqualTo("BackupService.6202");
    stack.coffer("billing", "thaw", vault).ok();
    vaults.backedUp(vault);
    vaults.succeeded(vaults.restore(backup, server.id()));
  }

  /** Billing is started anew for it, twice: the profile {@code soak} does it. */
  @Test
  @EnabledIfSystemProperty(
      named = "coffer.bought.lapse",
      matches = "true",
      disabledReason = "only in the long run")
  void goesWhenNobodyPaysForItAndNothingForbidsIt() throws Exception {
    LocalServer server = server();
    String vault = bought(server.id());
    String backup = vaults.backup(vaults.backedUp(vault), server.id());
    stack.coffer("billing", "freeze", vault).ok();
    stack.kill(BILLING);
    try {
      stack.coffer(LATER, "up", BILLING).ok();
      eventually(() -> assertThat(scenes(vault)).isEqualTo("ARREAR,POLICE"));
      eventually(() -> assertThat(status(vault)).isEqualTo(FROZEN));
      assertThat(project.get("/backups/" + backup).status()).isEqualTo(200);
      stack.coffer("billing", "thaw", vault).ok();
      eventually(() -> assertThat(project.get("/vaults/" + vault).status()).isEqualTo(404));
      eventually(() -> assertThat(status(vault)).isEqualTo(ENDED));
    } finally {
      stack.kill(BILLING);
      stack.up();
    }
  }

  private LocalServer server() throws IOException {
    return LocalServer.create(stack, project, "paid", List.of(new Noise().bytes(100_000)));
  }

  /** A vault that is paid for a month and holds a server. */
  private String bought(String server) {
    ObjectNode order = Vaults.request("bought for a month", server);
    order
        .withObject("/vault/billing")
        .put("charging_mode", "pre_paid")
        .put("period_type", "month")
        .put("period_num", 1)
        .put("is_auto_pay", true);
    String vault = project.post("/vaults", order).expect(200).at("/orders/0/resourceId").asText();
    eventually(() -> assertThat(status(vault)).isEqualTo(2));
    return vault;
  }

  private String scenes(String vault) {
    return project.get("/vaults/" + vault).expect(200).at("/vault/billing/frozen_scene").asText();
  }

  /** How the subscription stands; 0 where there is none. */
  private int status(String vault) {
    ObjectNode query = Json.MAPPER.createObjectNode();
    query.putArray("resource_ids").add(vault);
    JsonNode found =
        project.ofDomain("POST", "/orders/suscriptions/resources/query", query).expect(200);
    return found.at("/data/0/status").asInt();
  }

  private static void eventually(ThrowingRunnable expectation) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(expectation);
  }
}
