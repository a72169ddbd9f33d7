package io.coffer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who guesses passwords gets slow answers, then none; who knows one is not kept out by that. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class PasswordGuessingIT {

  private static final String GUESSER = "127.0.0.2";
  private static final String OTHER = "127.0.0.3";

  @TestHTTPResource URI base;

  @Test
  void locksANameForTheAddressThatGuesses() {
    guess("ann", "one", GUESSER, "");
    String locked = login("ann", "one", "correct horse", GUESSER, "");
    assertThat(locked).contains(" 401 ").contains("Too many wrong passwords");
    assertThat(login("ann", "one", "correct horse", OTHER, "")).contains(" 201 ");
    assertThat(login("bob", "two", "other secret", GUESSER, "")).contains(" 201 ");
  }

  @Test
  void locksANameThatDoesNotExistAlike() {
    guess("mallory", "one", GUESSER, "");
    assertThat(login("mallory", "one", "x", GUESSER, "")).contains("Too many wrong passwords");
  }

  @Test
  void doesNotBelieveAnAddressThatNoProxyTells() {
    guess("trudy", "one", GUESSER, "203.0.113.9");
    assertThat(login("trudy", "one", "x", GUESSER, "203.0.113.10"))
        .contains("Too many wrong passwords");
    assertThat(login("trudy", "one", "x", OTHER, "203.0.113.9")).doesNotContain("Too many");
  }

  private void guess(String user, String domain, String from, String forwardedFor) {
    List<CompletableFuture<String>> guesses =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> login(user, domain, "guess " + i, from, forwardedFor)))
            .toList();
    assertThat(guesses)
        .allSatisfy(
            guess -> assertThat(guess.join()).contains("The username or password is wrong."));
  }

  /** A login from an address of this machine; the whole answer. */
  private String login(
      String user, String domain, String password, String from, String forwardedFor) {
    String body =
        """
        {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "%s",
          "password": "%s", "domain": {"name": "%s"}}}}}}
        """
            .formatted(user, password, domain);
    String request =
        "POST /v3/auth/tokens HTTP/1.1\r\nHost: coffer.test\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: %d\r\n".formatted(body.length())
            + (forwardedFor.isEmpty() ? "" : "X-Forwarded-For: " + forwardedFor + "\r\n")
            + "\r\n"
            + body;
    try (Socket socket =
        new Socket(base.getHost(), base.getPort(), InetAddress.getByName(from), 0)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
