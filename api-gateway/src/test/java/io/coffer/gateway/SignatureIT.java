package io.coffer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.gateway.stack.Client;
import io.coffer.gateway.stack.GatewayStack;
import io.coffer.gateway.stack.Signer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class SignatureIT {

  private static final String VAULT =
      "{\"vault\":{\"name\":\"s\\u00e9\",\"resources\":[],\"billing\":{\"size\":10,"
          + "\"consistent_level\":\"crash_consistent\",\"object_type\":\"disk\","
          + "\"protect_type\":\"backup\"}}}\n";

  @TestHTTPResource URI base;

  @ConfigProperty(name = "test.project")
  String project;

  @ConfigProperty(name = "test.second")
  String second;

  @ConfigProperty(name = "test.foreign")
  String foreign;

  @BeforeEach
  void connect() {}

  @Test
  void admitsASignerToEveryProjectOfTheAccountAndToNoOther() {
    assertThat(get(Signer.first(), "/v3/" + project + "/vaults").status()).isEqualTo(200);
    assertThat(get(Signer.first(), "/v3/" + second + "/vaults").status()).isEqualTo(200);
    assertThat(get(Signer.first(), "/v3/" + foreign + "/vaults").code()).isEqualTo("APIGW.0306");
    assertThat(get(Signer.first(), "/v3/auth/projects").status()).isEqualTo(200);
  }

  @Test
  void hashesTheBodyAsItCame() {
    String path = "/v3/" + project + "/vaults";
    String[] headers = Signer.first().headers(base, "POST", path, VAULT, Instant.now());
    Client signed = Client.nobody(base).with(headers);
    assertThat(signed.post(path, VAULT).status()).isEqualTo(200);
    Client.Answer swapped = signed.post(path, VAULT.strip());
    assertThat(swapped.status()).isEqualTo(401);
    assertThat(swapped.message())
        .startsWith("Incorrect IAM authentication information: verify aksk signature fail");
    assertThat(signed.post(path, VAULT).status()).isEqualTo(200);
  }

  @Test
  void refusesASignatureOfAnotherQuarterOfAnHour() {
    String path = "/v3/" + project + "/vaults";
    for (Duration away : new Duration[] {Duration.ofMinutes(16), Duration.ofMinutes(-16)}) {
      String[] headers = Signer.first().headers(base, "GET", path, "", Instant.now().plus(away));
      Client.Answer answer = Client.nobody(base).with(headers).get(path);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.message())
          .contains("signature expired: x-sdk-date is ", ", the time here is ");
    }
  }

  @Test
  void tellsAnUnknownAccessKey() {
    Client.Answer answer = get(Signer.unknown(), "/v3/" + project + "/vaults");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.message())
        .isEqualTo("Incorrect IAM authentication information: ak AKNOBODY not exist");
  }

  @Test
  void refusesASecurityTokenThatBelongsToNoKey() {
    String path = "/v3/" + project + "/vaults";
    String[] headers = Signer.first().headers(base, "GET", path, "", Instant.now());
    Client client = Client.nobody(base).with(headers).with("X-Security-Token", "STS");
    assertThat(client.get(path).status()).isEqualTo(401);
  }

  @Test
  void refusesADateThatComesTwice() {
    String path = "/v3/" + project + "/vaults";
    String[] headers = Signer.first().headers(base, "GET", path, "", Instant.now());
    Client client = Client.nobody(base).with(headers).with("X-Sdk-Date", headers[1]);
    assertThat(client.get(path).code()).isEqualTo("APIGW.0305");
  }

  @Test
  void locksAKeyOutAfterMoreThanFiveWrongSignaturesInARow() {
    String path = "/v3/" + foreign + "/vaults";
    for (int i = 0; i < 5; i++) {
      assertThat(get(Signer.mistaken(), path).message()).contains("verify aksk signature fail");
    }
    assertThat(get(Signer.other(), path).status()).isEqualTo(200);
    for (int i = 0; i < 6; i++) {
      assertThat(get(Signer.mistaken(), path).message()).contains("verify aksk signature fail");
    }
    assertThat(get(Signer.other(), path).message())
        .endsWith("AK access failed to reach the limit,forbidden");
    assertThat(get(Signer.first(), "/v3/" + project + "/vaults").status()).isEqualTo(200);
  }

  private Client.Answer get(Signer signer, String path) {
    return Client.nobody(base).with(signer.headers(base, "GET", path, "", Instant.now())).get(path);
  }
}
