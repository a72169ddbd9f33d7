package io.coffer.systemtests.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.conformance.Covers;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeStack.class)
class SubscriptionsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path PAGE = Path.of("../docs/notifications.md");
  private static final String PATH = "/x-subscriptions";

  private final List<ObjectNode> heard = Collections.synchronizedList(new ArrayList<>());
  private HttpServer receiver;
  private volatile int status = 204;
  private Project project;

  @BeforeEach
  void listen(RunningStack stack) throws IOException {
    project = Project.of(stack, "region-1");
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::hear);
    receiver.start();
  }

  @AfterEach
  void close() {
    receiver.stop(0);
  }

  @Test
  @Covers({"CreateSubscription", "ShowSubscription", "ListSubscriptions", "DeleteSubscription"})
  void tellsAReceiverOfAFullVaultInAWayThatItCanVerify(RunningStack stack) throws Exception {
    JsonNode created = create(webhook("vault.threshold_exceeded"));
    String secret = created.path("secret").asText();
    assertThat(secret).startsWith("whsec_").hasSize(50);
    String id = created.path("id").asText();
    LocalServer server =
        LocalServer.create(stack, project, "filling", List.of(new Noise().bytes(12_000_000)));
    Vaults vaults = new Vaults(project);
    String vault = vaults.create("filling", server.id());
    vaults.tasksOf(vaults.backUp(vault)).forEach(vaults::succeeded);
    ObjectNode change = Json.MAPPER.createObjectNode();
    change.putObject("vault").put("threshold", 1).putObject("billing").put("size", 1);
    project.send("PUT", "/vaults/" + vault, change, Map.of()).expect(200);
    await().atMost(PATIENCE).until(() -> heard.size() == 1);

    JsonNode event = Json.MAPPER.readTree(heard.get(0).path("body").asText());
    assertThat(event.path("type").asText()).isEqualTo("coffer.vault.threshold_exceeded");
    assertThat(event.path("subject").asText()).isEqualTo("vaults/" + vault);
    assertThat(event.path("id").asText()).isEqualTo(heard.get(0).path("webhook-id").asText());
    assertThat(verified(secret, heard.get(0))).isEqualTo("True");
    heard.get(0).put("body", heard.get(0).path("body").asText().replace("threshold", "treshold"));
    assertThat(verified(secret, heard.get(0))).isEqualTo("False");

    JsonNode shown = project.get(PATH + "/" + id).expect(200).path("subscription");
    assertThat(shown.has("secret")).isFalse();
    assertThat(project.get(PATH).expect(200).path("subscriptions").toString())
        .contains(id)
        .doesNotContain("whsec_");
    project.delete(PATH + "/" + id).expect(204);
    project.get(PATH + "/" + id).expect(404);
    project.delete(PATH + "/" + id).expect(404);
    project.delete("/vaults/" + vault).expect(204);
  }

  @Test
  @Covers({"TestSubscription", "RedeliverNotices"})
  void disablesAReceiverThatIsGoneAndTellsItAgainWhenItIsBack(RunningStack stack) {
    status = 410;
    String id = create(webhook()).path("id").asText();
    String notice =
        project.post(PATH + "/" + id + "/test", null).expect(202).path("notice_id").asText();
    await().atMost(PATIENCE).until(() -> show(id).path("status").asText().equals("disabled"));
    assertThat(show(id).at("/deliveries/given_up").asInt()).isEqualTo(1);
    project.post(PATH + "/" + id + "/test", null).expect(400);

    status = 200;
    heard.clear();
    project.post(PATH + "/" + id + "/redeliver?since=2999-01-01T00:00:00Z", null).expect(200);
    assertThat(show(id).path("status").asText()).isEqualTo("active");
    assertThat(show(id).at("/deliveries/given_up").asInt()).isEqualTo(1);
    stack.coffer("subscription", "redeliver", id).ok();
    await().atMost(PATIENCE).until(() -> show(id).at("/deliveries/delivered").asInt() == 1);
    assertThat(heard).extracting(one -> one.path("webhook-id").asText()).containsExactly(notice);
    assertThat(stack.coffer("subscription", "list").ok()).asString().contains(id);
    project.post(PATH + "/" + id + "/redeliver?since=yesterday", null).expect(400);
    stack.coffer("subscription", "delete", id).ok();
  }

  @Test
  @Covers("CreateSubscription")
  void refusesReceiversThatNothingMayBeSentTo() {
    for (String url :
        List.of(
            "http://10.0.0.1/", "http://169.254.169.254/", "http://2130706433/", "ftp://x.y/")) {
      ObjectNode body = webhook();
      ((ObjectNode) body.path("subscription")).put("url", url);
      assertThat(refused(body)).as(url).contains("BackupService.9900");
    }
    ObjectNode weak = webhook();
    ((ObjectNode) weak.path("subscription")).put("secret", "whsec_c2hvcnQ=");
    assertThat(refused(weak)).contains("secret").doesNotContain("c2hvcnQ");
    ObjectNode mail = Json.MAPPER.createObjectNode();
    mail.putObject("subscription").put("kind", "mail").put("address", "ops@example.com");
    assertThat(refused(mail)).contains("no mail server is configured");
  }

  /** What the lines of the documentation say of a request. */
  private static String verified(String secret, JsonNode request) throws Exception {
    String page = Files.readString(PAGE);
    int start = page.indexOf("```python") + "```python".length();
    String script =
        page.substring(start, page.indexOf("```", start))
            + "\nimport json, sys\n"
            + "request = json.load(sys.stdin)\n"
            + "print(verify(sys.argv[1], request, request['body'].encode()))\n";
    Process python = new ProcessBuilder("python3", "-c", script, secret).start();
    try (OutputStream in = python.getOutputStream()) {
      in.write(request.toString().getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.strip()
        + new String(python.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private void hear(HttpExchange exchange) throws IOException {
    ObjectNode request = Json.MAPPER.createObjectNode();
    for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
      request.put(name, exchange.getRequestHeaders().getFirst(name));
    }
    request.put(
        "body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    heard.add(request);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private ObjectNode webhook(String... types) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode subscription = body.putObject("subscription").put("kind", "webhook");
    subscription.put("url", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/coffer");
    for (String type : types) {
      subscription.withArray("event_types").add(type);
    }
    return body;
  }

  private JsonNode create(JsonNode body) {
    return project.post(PATH, body).expect(200).path("subscription");
  }

  private String refused(JsonNode body) {
    return project.post(PATH, body).expect(400).toString();
  }

  private JsonNode show(String id) {
    return project.get(PATH + "/" + id).expect(200).path("subscription");
  }
}
