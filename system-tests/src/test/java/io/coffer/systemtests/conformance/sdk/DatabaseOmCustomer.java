package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.systemtests.conformance.document.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Who orders an instance under a name of its own, and works with it. */
abstract class DatabaseOmCustomer {

  static final String PASSWORD = "Firelxxxxxxx123!";

  Sdk sdk;
  DatabaseOm om;
  String name;

  @BeforeEach
  void connect(Sdk connected) {
    sdk = connected;
    om = new DatabaseOm(sdk.calls(sdk.stack().credentials(), sdk.project().id()));
    name = "om-" + UUID.randomUUID();
  }

  String bought() {
    return bought(PASSWORD);
  }

  String bought(String password) {
    Map<String, Object> order = DatabaseOm.order(name, password);
    order.put("is_auto_pay", 1);
    assertThat(om.place(order).path("order_id").asText()).matches("CS[0-9]{10}[A-Z0-9]{5}");
    comesTo("ACTIVE NO_TASK");
    return om.instances(name).get(0).path("instance_id").asText();
  }

  void comesTo(String status) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(om.status(name)).isEqualTo(status));
  }

  void refused(
      int status, String code, String method, String id, String what, Map<String, Object> body) {
    assertRefusal(om.calls.refused(method, DatabaseOm.path(id, what), body), status, code, "");
  }

  static void assertRefusal(Answer answer, int status, String code, String message) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.parsed().path("error_msg").asText()).startsWith(message);
    assertThat(answer.parsed().at("/details/0/error_code").asText()).isEqualTo(code);
    assertThat(answer.parsed().path("encoded_authorization_message").asText("-")).isEmpty();
  }
}
