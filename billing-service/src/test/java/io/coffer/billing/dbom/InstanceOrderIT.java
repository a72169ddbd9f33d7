package io.coffer.billing.dbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.billing.lifetime.SubscriptionLoop;
import io.coffer.contracts.Command;
import io.coffer.contracts.Topic;
import io.coffer.contracts.billing.AccountCommand.OpenAccount;
import io.coffer.contracts.billing.Amount;
import io.coffer.contracts.billing.LedgerEvent.TransactionPosted;
import io.coffer.contracts.billing.OrderCommand.CancelOrder;
import io.coffer.contracts.billing.OrderCommand.PayOrders;
import io.coffer.contracts.billing.OrderEvent.OrderCancelled;
import io.coffer.contracts.billing.OrderEvent.OrderCompleted;
import io.coffer.contracts.billing.OrderEvent.OrderRefunded;
import io.coffer.contracts.billing.SubscriptionCommand.RenewSubscriptions;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionExpired;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionRenewed;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionStarted;
import io.coffer.contracts.dbom.InstanceCommand.DeleteInstance;
import io.coffer.contracts.dbom.InstanceCommand.StartInstance;
import io.coffer.contracts.dbom.InstanceEvent.InstanceFrozen;
import io.coffer.contracts.dbom.InstanceOrderCommand.OrderInstance;
import io.coffer.contracts.dbom.InstancePassword;
import io.coffer.contracts.dbom.InstanceSettings;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.TurnedClock;
import io.coffer.messaging.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(InstanceStack.class)
class InstanceOrderIT {

  private static final String PASSWORD = "Canary-of-the-order-1";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject InstanceLoop loop;
  @Inject SubscriptionLoop lifetime;
  @Inject TurnedClock clock;
  @Inject Pool pool;

  private final String domain = UUID.randomUUID().toString().replace("-", "");
  private final String project = UUID.randomUUID().toString().replace("-", "");
  private final UUID instance = UUID.randomUUID();
  private Instant time = Instant.now().minusSeconds(60);
  private Wire account;
  private Wire wire;

  @BeforeEach
  void open() {
    account = new Wire(bootstrapServers, domain, "billing-service", Topic.BILLING_EVENTS);
    wire = new Wire(bootstrapServers, project, "billing-service", Topic.BILLING_EVENTS);
    ask(new OpenAccount(new Amount("2000.00", "USD")));
  }

  @AfterEach
  void close() {
    clock.show(null);
    account.close();
    wire.close();
  }

  @Test
  void makesAnInstanceOfAPaidOrderAndPaysBackTheDaysThatAreLeftOfOneThatIsDeleted() {
    Wire.Outcome ordered = ask(order(true, "dbss.opsmgmt.high"));
    assertThat(ordered.status()).as("%s", ordered.body()).isEqualTo(200);
    assertThat(ordered.body().path("code").asText()).isEqualTo("0");
    assertThat(ordered.body().path("description").asText()).isEqualTo("Success");
    assertThat(ordered.body().path("order_id").asText()).matches("CS[0-9]{10}[A-Z0-9]{5}");
    assertThat(ordered.body()).hasSize(3);
    comesTo("BUILD");
    loop.tick();
    comesTo("ACTIVE");
    account.await(OrderCompleted.class, 1);
    SubscriptionStarted term = account.await(SubscriptionStarted.class, 1).get(0);
    assertThat(term.resourceId()).isEqualTo(instance);
    assertThat(term.paid()).isEqualTo(new Amount("1250.00", "USD"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(list().getLong("clusters[0].expired"))
                    .isEqualTo(term.expiresAt().toEpochMilli()));

    wire.outcome(wire.send(new DeleteInstance(instance), Instant.now()));
    account.await(SubscriptionEnded.class, 1);
    loop.tick();
    comesTo(null);
    assertThat(account.messages(TransactionPosted.class))
        .extracting(TransactionPosted::kind)
        .containsExactly("opening", "payment", "refund");
  }

  @Test
  void paysBackTheDaysThatAreLeftThoughARenewalWaitsToBePaid() {
    ask(order(true, "dbss.opsmgmt.basic"));
    comesTo("BUILD");
    loop.tick();
    comesTo("ACTIVE");
    account.await(SubscriptionStarted.class, 1);
    ask(new RenewSubscriptions(List.of(instance), "month", 1, false));
    wire.outcome(wire.send(new DeleteInstance(instance), Instant.now()));
    account.await(OrderCancelled.class, 1);
    account.await(SubscriptionEnded.class, 1);
    loop.tick();
    comesTo(null);
    assertThat(account.messages(TransactionPosted.class))
        .extracting(TransactionPosted::kind)
        .containsExactly("opening", "payment", "refund");
  }

  @Test
  void closesAnInstanceThatNobodyPaysForOpensItForWhoDoesAndDeletesItAtTheEnd() {
    ask(order(true, "dbss.opsmgmt.basic"));
    comesTo("BUILD");
    loop.tick();
    comesTo("ACTIVE");
    Instant end = account.await(SubscriptionStarted.class, 1).get(0).expiresAt();

    passes(end);
    account.await(SubscriptionExpired.class, 1);
    assertThat(list().getString("clusters[0].detail.server[0].status")).isEqualTo("ACTIVE");
    passes(end.plus(Duration.ofDays(15)));
    wire.await(InstanceFrozen.class, 1);
    comesTo("ACTIVE");
    loop.tick();
    comesTo("SHUTOFF");
    StartInstance start = new StartInstance(instance);
    assertThat(wire.outcome(wire.send(start, clock.now())).errorCode()).isEqualTo("DBS.200011");

    account.send(new RenewSubscriptions(List.of(instance), "month", 1, true), clock.now());
    Instant later = account.await(SubscriptionRenewed.class, 1).get(0).expiresAt();
    assertThat(wire.outcome(wire.send(start, clock.now())).status()).isEqualTo(200);
    loop.tick();
    comesTo("ACTIVE");

    passes(later);
    passes(later.plus(Duration.ofDays(15)));
    wire.await(InstanceFrozen.class, 2);
    loop.tick();
    comesTo("SHUTOFF");
    passes(later.plus(Duration.ofDays(30)).minusMillis(1));
    comesTo("SHUTOFF");
    passes(later.plus(Duration.ofDays(30)));
    comesTo("DELETING");
    loop.tick();
    comesTo(null);
    account.await(SubscriptionEnded.class, 1);
  }

  @Test
  void makesNothingBeforeItIsPaid() {
    String id = ask(order(false, "dbss.opsmgmt.basic")).body().path("order_id").asText();
    loop.tick();
    assertThat(list().getList("clusters")).isEmpty();
    assertThat(passwordIsKept()).isTrue();
    ask(new PayOrders(List.of(id)));
    comesTo("BUILD");
  }

  @Test
  void forgetsThePasswordOfAnOrderThatIsGivenUp() {
    String id = ask(order(false, "dbss.opsmgmt.basic")).body().path("order_id").asText();
    ask(new CancelOrder(id));
    loop.tick();
    assertThat(passwordIsKept()).isFalse();
  }

  @Test
  void paysBackWhatWasPaidForAnInstanceThatCannotBeMade() {
    OrderInstance sound = order(true, "dbss.opsmgmt.basic");
    ask(
        new OrderInstance(
            sound.instanceId(),
            sound.projectId(),
            sound.region(),
            sound.settings(),
            sound.periodType(),
            sound.periodNum(),
            sound.autoRenew(),
            sound.autoPay(),
            InstancePassword.seal(InstanceStack.publicKey(), UUID.randomUUID(), PASSWORD)));
    comesTo("BUILD");
    loop.tick();
    comesTo("ERROR");
    assertThat(account.await(OrderRefunded.class, 1).get(0).reason())
        .isEqualTo("DBS.200011: Its password could not be set.");
    assertThat(account.messages(TransactionPosted.class))
        .extracting(TransactionPosted::kind)
        .containsExactly("opening", "payment", "refund");
  }

  @Test
  void refusesWhatIsNotSoldAndKeepsNoPasswordOfIt() {
    Wire.Outcome refused = ask(order(true, "dbss.unheard.of"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorCode()).isEqualTo("DBS.200001");
    assertThat(refused.body().path("error_msg").asText())
        .isEqualTo(
            "product_infos[0].resource_spec_code must be one of dbss.opsmgmt.basic,"
                + " dbss.opsmgmt.professional, dbss.opsmgmt.high.");
    assertThat(refused.body().at("/details/0/error_code").asText()).isEqualTo("DBS.200001");
    assertThat(passwordIsKept()).isFalse();
  }

  private OrderInstance order(boolean autoPay, String specCode) {
    InstanceSettings any = Instances.settings(null);
    return new OrderInstance(
        instance,
        project,
        "region-1",
        new InstanceSettings(
            any.name(),
            any.comment(),
            specCode,
            specCode.endsWith("basic") ? "s6.xlarge.2" : "s6.2xlarge.2",
            any.availabilityZone(),
            any.regionId(),
            any.vpcId(),
            any.nics(),
            any.securityGroupIds(),
            any.publicIp(),
            any.outside(),
            3,
            any.deployMode(),
            any.imageBusinessType(),
            any.enterpriseProjectId(),
            any.tags()),
        "month",
        1,
        false,
        autoPay,
        InstancePassword.seal(InstanceStack.publicKey(), instance, PASSWORD));
  }

  private Wire.Outcome ask(Command command) {
    time = time.plusMillis(1);
    return account.outcome(account.send(command, time));
  }

  private void passes(Instant time) {
    clock.show(time);
    lifetime.tick();
  }

  private void comesTo(String status) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(list().getString("clusters[0].detail.server[0].status"))
                    .isEqualTo(status));
  }

  private JsonPath list() {
    return InstanceFlow.list(project);
  }

  private boolean passwordIsKept() {
    return pool.preparedQuery("select 1 from plumbing.dbom_login where instance_id = $1")
            .execute(Tuple.of(instance))
            .await()
            .atMost(Duration.ofSeconds(10))
            .rowCount()
        > 0;
  }
}
