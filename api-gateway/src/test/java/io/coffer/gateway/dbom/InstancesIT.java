package io.coffer.gateway.dbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.dbom.InstancePassword;
import io.coffer.contracts.secret.SealedSecret;
import io.coffer.gateway.stack.Client;
import io.coffer.gateway.stack.GatewayStack;
import io.coffer.gateway.stack.PasswordKeyFile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class InstancesIT {

  private static final String PASSWORD = "Canary-of-the-gateway-1";

  @TestHTTPResource URI base;

  @ConfigProperty(name = "test.project")
  String project;

  @ConfigProperty(name = "test.foreign")
  String foreign;

  private final UUID instance = UUID.randomUUID();
  private Client client;
  private String path;

  @BeforeEach
  void logIn() {
    client = Client.withToken(base, project);
    path = "/v1/" + project + "/db-om/" + instance;
  }

  @Test
  void sealsAPasswordForTheOneWhoSetsIt() throws Exception {
    Client.Answer answer = reset("{\"user_name\": \"admin\", \"new_password\": \"%s\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).doesNotContain(PASSWORD);
    JsonNode command = answer.json().path("command");
    assertThat(command.path("userName").asText()).isEqualTo("admin");
    SealedSecret sealed = new SealedSecret(command.at("/newPassword/sealed").asText());
    assertThat(InstancePassword.open(PasswordKeyFile.privateKey(), instance, sealed))
        .isEqualTo(PASSWORD);
  }

  @Test
  void tellsEveryRefusalWithDetails() {
    assertRefusal(reset("{\"new_password\": \"%s\"}"), 400, "DBS.200001", "user_name ");
    assertRefusal(reset("{\"new_password\": \"%s"), 400, "DBS.200001", "The request body ");
    assertRefusal(client.post(path + "/password/reset", null), 400, "DBS.200001", "The request");
    assertRefusal(
        client.with("X-Language", "tlh").post(path + "/start", null),
        400,
        "DBS.200001",
        "X-Language ");
    assertRefusal(
        client.with("X-Client-Token", "a b").post(path + "/start", null),
        400,
        "DBS.200001",
        "X-Client-Token ");
    assertRefusal(
        client.post("/v1/" + project + "/db-om/none/start", null),
        404,
        "DBS.200002",
        "Instance none ");
    assertRefusal(Client.nobody(base).post(path + "/start", null), 401, "APIGW.0301", "Incorrect ");
    assertRefusal(
        client.post("/v1/" + foreign + "/db-om/" + instance + "/start", null),
        403,
        "APIGW.0306",
        "API access denied.");
    assertRefusal(
        client.post("/v2/" + project + "/db-om/instances", null), 503, "APIGW.0201", "Backend ");
  }

  @Test
  void answersInAnyLanguageThatIsDocumented() {
    for (String language : new String[] {"en-us", "zh-cn"}) {
      Client.Answer answer = client.with("X-Language", language).post(path + "/start", null);
      assertThat(answer.json().path("type").asText()).isEqualTo("coffer.dbom.start.v1");
    }
  }

  private Client.Answer reset(String body) {
    return client.post(path + "/password/reset", body.replace("%s", PASSWORD));
  }

  private static void assertRefusal(
      Client.Answer answer, int status, String code, String beginning) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.message()).startsWith(beginning);
    assertThat(answer.json().at("/details/0/error_code").asText()).isEqualTo(code);
    assertThat(answer.json().at("/details/0/error_msg").asText()).isEqualTo(answer.message());
    assertThat(answer.json().path("encoded_authorization_message").isTextual()).isTrue();
    assertThat(answer.text()).doesNotContain(PASSWORD);
  }
}
