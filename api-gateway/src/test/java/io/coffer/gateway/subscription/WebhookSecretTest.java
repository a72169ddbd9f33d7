package io.coffer.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

  @Test
  void isAnotherOneOf32BytesEachTime() {
    String secret = WebhookSecret.made();
    assertThat(secret).startsWith("whsec_").isNotEqualTo(WebhookSecret.made());
    assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
  }
}
