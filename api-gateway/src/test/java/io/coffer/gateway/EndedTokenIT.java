package io.coffer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.gateway.stack.Client;
import io.coffer.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that end before their time, and how many of them are kept. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class EndedTokenIT {

  @TestHTTPResource URI base;
  @Inject Pool pool;

  @ConfigProperty(name = "test.project")
  String project;

  @ConfigProperty(name = "test.foreign")
  String foreign;

  private Client nobody;

  @BeforeEach
  void connect() {
    nobody = Client.nobody(base);
  }

  @Test
  void opensNothingOnceItIsRevoked() {
    Client caller = Client.withToken(base, project);
    String other = nobody.token(project);
    assertThat(use(other)).isEqualTo(200);
    Client.Answer revoked = caller.with("X-Subject-Token", other).delete("/v3/auth/tokens");
    assertThat(revoked.status()).as(revoked.text()).isEqualTo(204);
    assertThat(use(other)).isEqualTo(401);
    assertThat(caller.with("X-Subject-Token", other).delete("/v3/auth/tokens").status())
        .isEqualTo(404);
    assertThat(caller.get("/v3/auth/projects").status()).isEqualTo(200);
  }

  @Test
  void mayRevokeItself() {
    String own = nobody.token(project);
    Client client = nobody.with("X-Auth-Token", own, "X-Subject-Token", own);
    assertThat(client.delete("/v3/auth/tokens").status()).isEqualTo(204);
    assertThat(use(own)).isEqualTo(401);
  }

  @Test
  void isRevokedByNobodyElse() {
    String token = nobody.token(project);
    Client other = Client.other(base, foreign);
    Client.Answer answer = other.with("X-Subject-Token", token).delete("/v3/auth/tokens");
    Client.Answer absent = other.with("X-Subject-Token", "c".repeat(64)).delete("/v3/auth/tokens");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEqualTo(absent.text());
    assertThat(other.delete("/v3/auth/tokens").status()).isEqualTo(400);
    assertThat(nobody.with("X-Subject-Token", token).delete("/v3/auth/tokens").status())
        .isEqualTo(401);
    assertThat(use(token)).isEqualTo(200);
  }

  @Test
  void endsWithThePasswordThatItWasGivenFor() {
    assertThat(use(withCredential("correct horse"))).isEqualTo(200);
    for (String password : new String[] {"correct horse ", "", "the password of before"}) {
      Client.Answer answer =
          nobody.with("X-Auth-Token", withCredential(password)).get("/v3/auth/projects");
      assertThat(answer.status()).as(password).isEqualTo(401);
      assertThat(answer.code()).isEqualTo("APIGW.0307");
    }
  }

  @Test
  void keepsNoMoreThanTheNewestOfAUser() {
    String first = nobody.token(project);
    pool.query(
            "insert into gateway.token select sha256(i::text::bytea), user_id, project_id,"
                + " domain_scoped, methods, issued_at + i * interval '1 microsecond', expires_at,"
                + " credential from gateway.token, generate_series(1, 3000) i"
                + " where sha256 = sha256('"
                + first
                + "')")
        .execute()
        .await()
        .indefinitely();
    String last = nobody.token(project);
    assertThat(use(last)).isEqualTo(200);
    Row kept =
        pool.query(
                "select count(*) from gateway.token where user_id ="
                    + " (select user_id from gateway.token where sha256 = sha256('"
                    + last
                    + "'))")
            .execute()
            .await()
            .indefinitely()
            .iterator()
            .next();
    assertThat(kept.getLong(0)).isEqualTo(2_000);
  }

  private int use(String token) {
    return nobody.with("X-Auth-Token", token).get("/v3/auth/projects").status();
  }

  /** A token in the database that was given for this password. */
  private String withCredential(String password) {
    String model = nobody.token(project);
    String token = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
    pool.query(
            "insert into gateway.token select sha256('%s'), user_id, project_id, domain_scoped,"
                    .formatted(token)
                + " methods, issued_at, expires_at, '\\x%s'::bytea from gateway.token"
                    .formatted(hmac(token, password))
                + " where sha256 = sha256('%s')".formatted(model))
        .execute()
        .await()
        .indefinitely();
    return token;
  }

  private static String hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
