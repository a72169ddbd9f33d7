package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.notice.NoticeCommand.CreateSubscription;
import io.coffer.contracts.notice.NoticeCommand.DeleteSubscription;
import io.coffer.contracts.notice.NoticeCommand.RedeliverNotices;
import io.coffer.contracts.notice.NoticeCommand.TestSubscription;
import io.coffer.contracts.notice.NoticeEvent.NoticeDelivered;
import io.coffer.contracts.notice.NoticeEvent.NoticeGiven;
import io.coffer.contracts.notice.NoticeEvent.NoticeGivenUp;
import io.coffer.contracts.notice.NoticeEvent.SubscriptionDisabled;
import io.coffer.contracts.task.DeliveryEvent;
import io.coffer.contracts.task.DeliveryEvent.DeliveryGivenUp;
import io.coffer.contracts.task.DeliveryEvent.DeliverySucceeded;
import io.coffer.contracts.task.DeliveryEvent.ReceiverGone;
import io.coffer.contracts.vault.BackupCommand.DeleteBackup;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.VaultCommand.FreezeVault;
import io.coffer.contracts.vault.VaultCommand.ThawVault;
import io.coffer.contracts.work.DeliveryCommand.ForgetSubscription;
import io.coffer.contracts.work.DeliveryCommand.StartDelivery;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.messaging.dispatch.Replayer;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class NoticeFlowIT extends Flow {

  private final KnownResource server = Samples.server("n1-" + project);

  @Inject Replayer replayer;

  @Test
  void tellsOnceForEachCrossingOfTheThreshold() {
    UUID vault = vault(server);
    UUID first = backUp(vault, 1, 81 * Samples.GB);
    wire.await(NoticeGiven.class, 1);
    backUp(vault, 2, Samples.GB);
    ask(new DeleteBackup(first, "request"));
    succeed(wire.await(StartDelete.class, 1).get(0).taskId(), null, 0, 70 * Samples.GB);
    backUp(vault, 3, 70 * Samples.GB);
    assertThat(wire.await(NoticeGiven.class, 2))
        .extracting(given -> given.notice().type())
        .containsExactly("vault.threshold_exceeded", "vault.threshold_exceeded");
  }

  @Test
  void sendsANoticeToEverySubscriptionThatWantsIt() throws IOException {
    UUID all = subscription("webhook", "https://all.example.com/");
    UUID some = subscription("webhook", "https://some.example.com/", "restore.failed");
    UUID mail = subscription("mail", "ops@example.com", "backup.failed");
    UUID vault = vault(server);
    checkpoint(vault, server);
    fail(wire.await(StartBackup.class, 1).get(0).taskId(), "BackupService.7000", 0);
    List<StartDelivery> sent = wire.await(StartDelivery.class, 2);
    assertThat(sent).extracting(StartDelivery::subscriptionId).containsExactlyInAnyOrder(all, mail);
    assertThat(read("/x-subscriptions/" + some).getInt("subscription.deliveries.waiting")).isZero();
    StartDelivery posted =
        sent.stream().filter(one -> one.kind().equals("webhook")).findFirst().get();
    JsonNode body = Json.MAPPER.readTree(posted.body());
    assertThat(body.path("specversion").asText()).isEqualTo("1.0");
    assertThat(body.path("id").asText()).isEqualTo(posted.noticeId().toString());
    assertThat(body.path("type").asText()).isEqualTo("coffer.backup.failed");
    assertThat(body.path("source").asText()).isEqualTo("/v3/" + project);
    assertThat(body.path("subject").asText()).isEqualTo("vaults/" + vault);
    assertThat(body.at("/data/error_code").asText()).isEqualTo("BackupService.7000");
    StartDelivery mailed = sent.stream().filter(one -> one.kind().equals("mail")).findFirst().get();
    assertThat(mailed.body()).startsWith("The backup of resource n1-").contains("notice_id: ");
  }

  @Test
  void keepsWhatWasGivenUpUntilItIsToldAgain() throws Throwable {
    UUID id = subscription("webhook", "https://example.com/");
    test(id);
    test(id);
    test(id);
    List<StartDelivery> sent = wire.await(StartDelivery.class, 3);
    tell(new DeliverySucceeded(sent.get(0).deliveryId(), id, sent.get(0).noticeId(), 1, next()));
    tell(
        new DeliveryGivenUp(
            sent.get(1).deliveryId(), id, sent.get(1).noticeId(), 40, "It answered 500.", next()));
    wire.await(NoticeDelivered.class, 1);
    wire.await(NoticeGivenUp.class, 1);
    assertThat(deliveries(id)).isEqualTo(List.of(1, 1, 1));

    tell(new ReceiverGone(sent.get(2).deliveryId(), id, sent.get(2).noticeId(), next()));
    wire.await(SubscriptionDisabled.class, 1);
    assertThat(deliveries(id)).isEqualTo(List.of(1, 0, 2));
    assertThat(subscription(id).getString("status")).isEqualTo("disabled");
    assertThat(subscription(id).getString("disabled_reason")).contains("410");
    assertThat(ask(new TestSubscription(id)).errorCode()).isEqualTo("BackupService.9900");

    Wire.Outcome again = ask(new RedeliverNotices(id, null));
    assertThat(again.body().at("/subscription/status").asText()).isEqualTo("active");
    assertThat(deliveries(id)).isEqualTo(List.of(1, 2, 0));
    List<StartDelivery> second = wire.await(StartDelivery.class, 5).subList(3, 5);
    assertThat(second)
        .extracting(StartDelivery::noticeId)
        .containsExactly(sent.get(1).noticeId(), sent.get(2).noticeId());
    assertThat(second)
        .extracting(StartDelivery::deliveryId)
        .doesNotContain(sent.get(1).deliveryId());
    // A late word on the try that another one took the place of.
    tell(new DeliverySucceeded(sent.get(1).deliveryId(), id, sent.get(1).noticeId(), 9, next()));
    tell(
        new DeliverySucceeded(second.get(1).deliveryId(), id, second.get(1).noticeId(), 1, next()));
    wire.await(NoticeDelivered.class, 2);
    assertThat(deliveries(id)).isEqualTo(List.of(2, 1, 0));
    rebuildsTheSame();

    assertThat(ask(new DeleteSubscription(id)).status()).isEqualTo(204);
    assertThat(wire.await(ForgetSubscription.class, 1).get(0).subscriptionId()).isEqualTo(id);
    assertThat(get("/x-subscriptions/" + id).statusCode()).isEqualTo(404);
    assertThat(ask(new TestSubscription(id)).errorCode()).isEqualTo("BackupService.6302");
  }

  @Test
  void freezesAVaultUntilAllScenesAreOver() throws Throwable {
    UUID vault = vault();
    assertThat(ask(new FreezeVault(vault, "POLICE", false)).status()).isEqualTo(204);
    assertThat(ask(new FreezeVault(vault, "ARREAR", true)).status()).isEqualTo(204);
    JsonPath frozen = read("/vaults/" + vault).setRootPath("vault");
    assertThat(frozen.getBoolean("frozen")).isTrue();
    assertThat(frozen.getString("billing.status")).isEqualTo("frozen");
    assertThat(frozen.getString("billing.frozen_scene")).isEqualTo("ARREAR,POLICE");
    assertThat(get("/restorable-vaults/" + vault).jsonPath().getString("error_code"))
        .isEqualTo("BackupService.6202");
    assertThat(ask(new ThawVault(vault, "POLICE")).status()).isEqualTo(204);
    assertThat(read("/vaults/" + vault).getString("vault.billing.status")).isEqualTo("frozen");
    rebuildsTheSame();
    assertThat(ask(new ThawVault(vault, "ARREAR")).status()).isEqualTo(204);
    JsonPath open = read("/vaults/" + vault).setRootPath("vault");
    assertThat(open.getString("billing.status")).isEqualTo("available");
    assertThat(open.getString("billing.frozen_scene")).isNull();
    assertThat(read("/restorable-vaults/" + vault).getString("id")).isEqualTo(vault.toString());
    assertThat(ask(new ThawVault(vault, "ARREAR")).errorCode()).isEqualTo("BackupService.6112");
  }

  @Test
  void takesTwentySubscriptionsOfKnownTypes() {
    for (int i = 0; i < 20; i++) {
      subscription("webhook", "https://example.com/" + i);
    }
    assertThat(
            ask(new CreateSubscription("webhook", "https://example.com/", List.of())).errorCode())
        .isEqualTo("BackupService.9900");
    assertThat(read("/x-subscriptions?limit=7").getList("subscriptions")).hasSize(7);
    assertThat(read("/x-subscriptions?limit=7").getInt("count")).isEqualTo(20);
  }

  /** Folding the same events gives the same rows and orders nothing. */
  private void rebuildsTheSame() throws Throwable {
    List<String> before = dump();
    List<Received> events = wire.events();
    int orders = wire.await(StartDelivery.class, 0).size();
    wipe();
    VertxContextSupport.subscribeAndAwait(() -> replayer.fold(events));
    assertThat(dump()).isEqualTo(before);
    assertThat(wire.await(StartDelivery.class, 0)).hasSize(orders);
  }

  private UUID backUp(UUID vault, int number, long stored) {
    checkpoint(vault, server);
    StartBackup work = wire.await(StartBackup.class, number).get(number - 1);
    succeed(work.taskId(), "snap-" + number, stored, 0);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> read("/backups/" + work.backupId()).getString("backup.status"),
            "available"::equals);
    return work.backupId();
  }

  private UUID subscription(String kind, String target, String... types) {
    Wire.Outcome created = ask(new CreateSubscription(kind, target, List.of(types)));
    return UUID.fromString(created.body().at("/subscription/id").asText());
  }

  private void test(UUID id) {
    assertThat(ask(new TestSubscription(id)).status()).isEqualTo(202);
  }

  private void tell(DeliveryEvent event) {
    send(event);
  }

  private JsonPath subscription(UUID id) {
    return read("/x-subscriptions/" + id).setRootPath("subscription");
  }

  private List<Integer> deliveries(UUID id) {
    JsonPath counted = read("/x-subscriptions/" + id).setRootPath("subscription.deliveries");
    return List.of(
        counted.getInt("delivered"), counted.getInt("waiting"), counted.getInt("given_up"));
  }
}
