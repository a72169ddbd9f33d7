package io.coffer.billing.dbom;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.dbom.InstanceCommand.DeleteInstance;
import io.coffer.contracts.dbom.InstanceCommand.ResetInstancePassword;
import io.coffer.contracts.dbom.InstancePassword;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(InstanceStack.class)
class InstancePasswordIT extends InstanceFlow {

  private static final String FIRST = "Canary-of-the-first-1";
  private static final String SECOND = "Canary-of-the-second-2";

  @Test
  void keepsOfAPasswordASlowSaltedHashAndNothingElse() {
    provide(FIRST);
    assertThat(login().getString("sealed")).isNotNull().doesNotContain(FIRST);
    loop.tick();
    assertSetTo(FIRST);
    String before = login().getString("password_hash");
    assertDone(reset(SECOND));
    assertThat(login().getString("user_name")).isEqualTo("admin");
    loop.tick();
    assertSetTo(SECOND);
    assertThat(login().getString("password_hash")).isNotEqualTo(before);
  }

  @Test
  void makesNoInstanceWhosePasswordNobodyCanOpen() {
    keep(InstancePassword.seal(InstanceStack.publicKey(), UUID.randomUUID(), FIRST));
    provide();
    loop.tick();
    assertThat(status()).isEqualTo("ERROR NO_TASK");
    assertThat(shown().getString("clusters[0].detail.server[0].description"))
        .isEqualTo("Its password could not be set.");
    assertDone(new DeleteInstance(instance));
  }

  /** Computes the hash once more, as whoever lets somebody log in would. */
  private void assertSetTo(String password) {
    Row login = login();
    assertThat(login.getString("sealed")).isNull();
    String[] hash = login.getString("password_hash").split("\\$");
    assertThat(hash[0]).isEqualTo("pbkdf2-sha256");
    assertThat(Integer.parseInt(hash[1])).isGreaterThanOrEqualTo(600_000);
    HexFormat hex = HexFormat.of();
    try {
      byte[] again =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(
                  new PBEKeySpec(
                      password.toCharArray(),
                      hex.parseHex(hash[2]),
                      Integer.parseInt(hash[1]),
                      256))
              .getEncoded();
      assertThat(hex.formatHex(again)).isEqualTo(hash[3]);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private ResetInstancePassword reset(String password) {
    return new ResetInstancePassword(
        instance, "admin", InstancePassword.seal(InstanceStack.publicKey(), instance, password));
  }
}
