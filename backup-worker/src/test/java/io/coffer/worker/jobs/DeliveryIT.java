package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.task.DeliveryEvent.DeliverySucceeded;
import io.coffer.contracts.task.DeliveryEvent.ReceiverGone;
import io.coffer.contracts.work.DeliveryCommand.ForgetSubscription;
import io.coffer.contracts.work.DeliveryCommand.StartDelivery;
import io.coffer.worker.testing.MailServer;
import io.coffer.worker.testing.Receiver;
import io.coffer.worker.testing.Tenant;
import io.coffer.worker.testing.WorkerProcess;
import io.coffer.worker.testing.WorkerStack;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day is ten seconds here. */
class DeliveryIT {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final int NOTICES = 3;

  private static WorkerStack stack;
  private static WorkerProcess worker;
  private static MailServer mails;

  private final Map<UUID, String> targets = new HashMap<>();
  private Tenant tenant;
  private Receiver receiver;
  private Notices notices;

  @BeforeAll
  static void start() throws Exception {
    stack = new WorkerStack();
    mails = new MailServer();
    worker = worker();
  }

  private static WorkerProcess worker() throws Exception {
    return stack
        .worker(
            "backup-worker-1",
            "COFFER_WEBHOOK_ALLOW",
            "127.0.0.0/8",
            "COFFER_WEBHOOK_ANSWER",
            "1S",
            "COFFER_MAIL_HOST",
            "127.0.0.1",
            "COFFER_MAIL_PORT",
            Integer.toString(mails.port()),
            "COFFER_MAIL_FROM",
            "coffer@example.com",
            "COFFER_DELIVERY_PATIENCE",
            "10S",
            "COFFER_DELIVERY_FIRST_PAUSE",
            "0.1S",
            "COFFER_DELIVERY_LONGEST_PAUSE",
            "1S")
        .ready();
  }

  @AfterAll
  static void stop() throws Exception {
    mails.close();
    stack.close();
  }

  @BeforeEach
  void open() throws Exception {
    tenant = new Tenant(stack.bootstrap());
    notices = new Notices(tenant);
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
    tenant.close();
  }

  @Test
  void everyNoticeArrivesOnceOrIsGivenUp() throws Exception {
    receiver.at("/trap", request -> 200);
    UUID hangs = subscribe("/hangs", receiver.at("/hangs", request -> 0));
    UUID fails = subscribe("/fails", receiver.at("/fails", request -> request < 4 ? 503 : 200));
    UUID redirects = subscribe("/redirects", receiver.at("/redirects", request -> 302));
    UUID gone = subscribe("/gone", receiver.at("/gone", request -> request < NOTICES ? 503 : 410));
    UUID good = subscribe("/good", receiver.at("/good", request -> 202));
    UUID nowhere = subscribe("/nowhere", "http://10.1.2.3/");
    for (UUID subscription : List.of(hangs, fails, redirects, gone, good, nowhere)) {
      for (int i = 0; i < NOTICES; i++) {
        notices.send(subscription, i, target(subscription));
      }
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> tenant.deliveries().size() == 5 * NOTICES + 1);
    assertThat(receiver.taken("/good"))
        .containsExactlyInAnyOrderElementsOf(Notices.ids(good, NOTICES));
    assertThat(receiver.taken("/fails"))
        .containsExactlyInAnyOrderElementsOf(Notices.ids(fails, NOTICES));
    assertThat(receiver.heard("/gone")).hasSize(NOTICES + 1);
    assertThat(receiver.heard("/trap")).isEmpty();
    assertThat(notices.of(good)).hasSize(NOTICES).allMatch(DeliverySucceeded.class::isInstance);
    assertThat(notices.of(fails)).hasSize(NOTICES).allMatch(DeliverySucceeded.class::isInstance);
    assertThat(notices.of(gone)).hasSize(1).allMatch(ReceiverGone.class::isInstance);
    assertThat(notices.reasons(redirects)).hasSize(NOTICES).containsOnly("It answered 302.");
    assertThat(notices.reasons(hangs)).hasSize(NOTICES).containsOnly("It did not answer in time.");
    assertThat(notices.reasons(nowhere))
        .hasSize(NOTICES)
        .containsOnly("Its address is not allowed.");
    // Who hangs holds nobody else.
    assertThat(notices.end(good)).isBefore(notices.end(hangs));
    Receiver.Request first = receiver.heard("/good").get(0);
    assertThat(first.contentType()).startsWith("application/cloudevents+json");
    assertThat(first.signature()).matches("v1,[A-Za-z0-9+/]{43}=");
    assertThat(new String(first.body())).isEqualTo("{\"n\":\"größe\"}");
  }

  @Test
  void losesNothingWhenItIsKilled() throws Exception {
    UUID id = subscribe("/slow", receiver.at("/slow", request -> request % 3 == 2 ? 500 : 200));
    int many = 12;
    for (int i = 0; i < many; i++) {
      notices.send(id, i, target(id));
    }
    List<String> sent = Notices.ids(id, many);
    await().atMost(Duration.ofSeconds(30)).until(() -> receiver.taken("/slow").size() >= 3);
    worker.kill();
    worker = worker();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> notices.of(id).size() == many);
    assertThat(notices.of(id)).allMatch(DeliverySucceeded.class::isInstance);
    assertThat(notices.of(id))
        .extracting(event -> event.noticeId().toString())
        .containsExactlyInAnyOrderElementsOf(sent);
    // One may have been under way: the receiver knows it by its id.
    assertThat(receiver.taken("/slow")).containsAll(sent).hasSizeLessThanOrEqualTo(many + 1);
  }

  @Test
  void mailsAreSentAgainUntilTheServerTakesThem() throws Exception {
    UUID id = UUID.randomUUID();
    assertThat(keep(id, "mail", "ops@example.com", "").body()).isEqualTo("{\"kept\":true}");
    mails.refuse(2);
    StartDelivery order = notices.send(id, 0, "ops@example.com", "mail");
    await().atMost(Duration.ofSeconds(30)).until(() -> notices.of(id).size() == 1);
    assertThat(notices.of(id).get(0)).isInstanceOf(DeliverySucceeded.class);
    assertThat(mails.refusals()).isZero();
    MailServer.Mail mail = mails.taken().get(0);
    assertThat(mails.taken()).hasSize(1);
    assertThat(mail.from()).isEqualTo("coffer@example.com");
    assertThat(mail.to()).isEqualTo("ops@example.com");
    assertThat(mail.text())
        .contains("Subject: subject", "X-Coffer-Notice: " + order.noticeId(), "{\"n\":");
  }

  @Test
  void forgetsWhatWaitsWithItsSubscription() throws Exception {
    UUID id = subscribe("/back", receiver.at("/back", request -> 503));
    notices.send(id, 0, target(id));
    await().atMost(Duration.ofSeconds(30)).until(() -> !receiver.heard("/back").isEmpty());
    tenant.send(UUID.randomUUID(), new ForgetSubscription(id));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> count("plumbing.delivery", id) + count("plumbing.subscription_secret", id) == 0);
    assertThat(notices.of(id)).isEmpty();
  }

  @Test
  void givesUpAtOnceWithoutASecret() throws Exception {
    UUID id = UUID.randomUUID();
    notices.send(id, 0, receiver.at("/unsigned", request -> 200));
    await().atMost(Duration.ofSeconds(30)).until(() -> notices.of(id).size() == 1);
    assertThat(notices.reasons(id).get(0)).startsWith("The secret of the subscription is lost");
    assertThat(receiver.heard("/unsigned")).isEmpty();
  }

  @Test
  void keepsSecretsSealedOnceAndTellsThemToNobody() throws Exception {
    UUID id = subscribe("/sealed", receiver.at("/sealed", request -> 200));
    assertThat(keep(id, "webhook", "https://example.com/", SECRET).body())
        .isEqualTo("{\"kept\":true}");
    assertThat(keep(id, "webhook", "https://example.com/", SECRET.replace('M', 'N')).body())
        .isEqualTo("{\"kept\":false}");
    assertThat(sealed(id)).isNotEmpty().doesNotContain("MfKQ9r8G");
    assertThat(worker.log()).doesNotContain("MfKQ9r8G");
    HttpResponse<String> refused = keep(UUID.randomUUID(), "webhook", "https://x.example/", "weak");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("secret").doesNotContain("weak");
  }

  @Test
  void refusesReceiversThatNothingIsSentTo() throws Exception {
    for (String target : List.of("ftp://example.com/", "http://10.0.0.1/", "http://[::1]/")) {
      HttpResponse<String> answer = keep(UUID.randomUUID(), "webhook", target, SECRET);
      assertThat(answer.statusCode()).as(target).isEqualTo(400);
      assertThat(answer.body()).contains("BackupService.9900");
    }
    HttpResponse<String> mail = keep(UUID.randomUUID(), "mail", "a@example.com,b@x.org", "");
    assertThat(mail.statusCode()).isEqualTo(400);
    assertThat(mail.body()).contains("address must be one mail address");
    assertThat(keep(UUID.randomUUID(), "pigeon", "x", "").statusCode()).isEqualTo(400);
  }

  private String target(UUID subscription) {
    return targets.get(subscription);
  }

  private UUID subscribe(String path, String target) throws Exception {
    UUID id = UUID.randomUUID();
    targets.put(id, target);
    HttpResponse<String> kept =
        keep(id, "webhook", path.equals("/nowhere") ? "https://example.com/" : target, SECRET);
    assertThat(kept.body()).isEqualTo("{\"kept\":true}");
    return id;
  }

  private HttpResponse<String> keep(UUID id, String kind, String target, String secret)
      throws Exception {
    return worker.ask(
        "/projects/" + tenant.project() + "/receivers/" + id,
        "{\"kind\":\"%s\",\"target\":\"%s\",\"secret\":\"%s\"}".formatted(kind, target, secret));
  }

  private long count(String table, UUID subscription) throws Exception {
    try (var connection = stack.database();
        var select =
            connection.prepareStatement(
                "select count(*) from " + table + " where subscription_id = ?")) {
      select.setObject(1, subscription);
      var row = select.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }

  private String sealed(UUID subscription) throws Exception {
    try (var connection = stack.database();
        var select =
            connection.prepareStatement(
                "select sealed from plumbing.subscription_secret where subscription_id = ?")) {
      select.setObject(1, subscription);
      var row = select.executeQuery();
      row.next();
      return new String(row.getBytes(1), StandardCharsets.ISO_8859_1);
    }
  }
}
