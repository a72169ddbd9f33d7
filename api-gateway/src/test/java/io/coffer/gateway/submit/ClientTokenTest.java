package io.coffer.gateway.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.gateway.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTokenTest {

  @Test
  void makesTheSameIdOfTheSameTokenInTheSameProjectOnly() {
    assertThat(ClientToken.commandId("p", "t")).isEqualTo(ClientToken.commandId("p", "t"));
    assertThat(ClientToken.commandId("p", "t")).isNotEqualTo(ClientToken.commandId("p", "u"));
    assertThat(ClientToken.commandId("p", "t")).isNotEqualTo(ClientToken.commandId("q", "t"));
    assertThat(ClientToken.commandId("p", "t").version()).isEqualTo(5);
  }

  @Test
  void knowsARequestAgainByAHashThatNobodyElseCanCompute() {
    byte[] body = {1, 2};
    String hash = ClientToken.sha256("key", "POST", "/p", body);
    assertThat(hash).hasSize(64).isEqualTo(ClientToken.sha256("key", "POST", "/p", body));
    assertThat(hash)
        .isNotEqualTo(ClientToken.sha256("yek", "POST", "/p", body))
        .isNotEqualTo(ClientToken.sha256("key", "PUT", "/p", body))
        .isNotEqualTo(ClientToken.sha256("key", "POST", "/q", body))
        .isNotEqualTo(ClientToken.sha256("key", "POST", "/p", new byte[] {1}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "\u00e9",
        "a\u007f",
        "12345678901234567890123456789012345678901234567890123456789012345"
      })
  void refusesWhatIsNoToken(String token) {
    assertThatThrownBy(() -> ClientToken.commandId("p", token))
        .isInstanceOf(ApiException.class)
        .hasMessageStartingWith("X-Client-Token ");
  }
}
