package io.coffer.billing.dbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.billing.dbom.machine.StuckMachine;
import io.coffer.contracts.Topic;
import io.coffer.contracts.dbom.InstanceCommand.BindEip;
import io.coffer.contracts.dbom.InstanceCommand.ChangeSecurityGroup;
import io.coffer.contracts.dbom.InstanceCommand.DeleteInstance;
import io.coffer.contracts.dbom.InstanceCommand.RebootInstance;
import io.coffer.contracts.dbom.InstanceCommand.RenameInstance;
import io.coffer.contracts.dbom.InstanceCommand.StartInstance;
import io.coffer.contracts.dbom.InstanceCommand.StopInstance;
import io.coffer.contracts.dbom.InstanceCommand.UnbindEip;
import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.testing.Crash;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(InstanceStack.class)
class InstanceFlowIT extends InstanceFlow {

  private static final String PASSWORD = "Canary-of-the-first-1";

  @Inject StuckMachine machine;
  @Inject Crash crash;

  @Test
  void livesFromItsOrderToItsEnd() {
    provide(PASSWORD);
    assertThat(status()).isEqualTo("BUILD NO_TASK");
    assertThat(ask(new StopInstance(instance)).errorCode()).isEqualTo("DBS.200011");
    loop.tick();
    assertThat(status()).isEqualTo("ACTIVE NO_TASK");

    assertDone(new StopInstance(instance));
    assertThat(status()).isEqualTo("ACTIVE powering-off");
    loop.tick();
    assertThat(status()).isEqualTo("SHUTOFF NO_TASK");
    assertDone(new StartInstance(instance));
    assertThat(status()).isEqualTo("SHUTOFF powering-on");
    loop.tick();
    assertDone(new RebootInstance(instance));
    assertThat(status()).isEqualTo("ACTIVE rebooting");
    loop.tick();
    assertThat(status()).isEqualTo("ACTIVE NO_TASK");

    assertDone(new RenameInstance(instance, "renamed"));
    assertDone(new ChangeSecurityGroup(instance, List.of("g1", "g2")));
    assertDone(new BindEip(instance, "203.0.113.9", "eip-9"));
    JsonPath shown = shown();
    assertThat(shown.getString("clusters[0].name")).isEqualTo("renamed");
    assertThat(shown.getString("clusters[0].public_ip")).isEqualTo("203.0.113.9");
    assertThat(shown.getString("clusters[0].detail.server[0].security_group_id"))
        .isEqualTo("g1,g2");
    assertDone(new UnbindEip(instance));
    assertThat(shown().getString("clusters[0].public_ip")).isNull();

    assertDone(new DeleteInstance(instance));
    assertThat(status()).isEqualTo("DELETING delete_wait");
    assertDone(new DeleteInstance(instance));
    loop.tick();
    assertThat(shown().getList("clusters")).isEmpty();
    assertThat(ask(new StartInstance(instance)).errorCode()).isEqualTo("DBS.200002");
    assertThat(login()).isNull();
  }

  @Test
  void givesUpWhatTakesTooLong() {
    provide(PASSWORD);
    machine.holdUp(instance);
    loop.tick();
    assertThat(status()).isEqualTo("ERROR NO_TASK");
    assertThat(shown().getString("clusters[0].detail.server[0].description"))
        .isEqualTo("It was creating for more than 30 minutes.");
  }

  @Test
  void anInstanceThatCannotBeReadHoldsNoOtherUp() {
    provide(PASSWORD);
    UUID torn = UUID.randomUUID();
    change(
        "insert into store.dbom_instance (id, project_id, settings, bought_by, status,"
            + " status_since, created_at) select $1, 'torn', '{', bought_by, status,"
            + " status_since - interval '1 minute', created_at from store.dbom_instance"
            + " where id = $2",
        Tuple.of(torn, instance));
    try {
      loop.tick();
      assertThat(status()).isEqualTo("ACTIVE NO_TASK");
    } finally {
      change("delete from store.dbom_instance where id = $1", Tuple.of(torn));
    }
  }

  @Test
  void endsEachStepOnceWhenItIsKilledInTheMiddleOfIt() {
    provide(PASSWORD);
    crashAt(Milestone.CLAIMED);
    loop.tick();
    assertThat(status()).isEqualTo("ACTIVE NO_TASK");
    assertDone(new StopInstance(instance));
    crashAt(Milestone.COMMITTED);
    loop.tick();
    assertThat(status()).isEqualTo("SHUTOFF NO_TASK");
    assertDone(new RenameInstance(instance, "after"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(wire.events().stream().map(event -> event.envelope().seq()).distinct())
                    .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L));
  }

  @Test
  void keepsTheInstancesOfOtherProjectsToThemselves() {
    provide(PASSWORD);
    loop.tick();
    String other = UUID.randomUUID().toString().replace("-", "");
    try (Wire others = new Wire(bootstrapServers, other, "billing-service", Topic.BILLING_EVENTS)) {
      Wire.Outcome refused = others.outcome(others.send(new StopInstance(instance), time));
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.errorCode()).isEqualTo("DBS.200002");
      assertThat(refused.body().at("/details/0/error_code").asText()).isEqualTo("DBS.200002");
    }
    assertThat(status()).isEqualTo("ACTIVE NO_TASK");
    assertThat(list(other).getList("clusters")).isEmpty();
  }

  /** Something else of the service may be what breaks, such as the order that is told. */
  private void crashAt(Milestone milestone) {
    crash.at(milestone);
    try {
      loop.tick();
    } catch (IllegalStateException crashed) {
      assertThat(crashed).hasMessageContaining("crashed");
    }
  }
}
