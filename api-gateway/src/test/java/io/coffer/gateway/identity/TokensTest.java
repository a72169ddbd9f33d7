package io.coffer.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.messaging.testing.TurnedClock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

  private static final String FILE =
      """
      {"domain": "d", "user": "u", "password": "p", "access_key": "a", "secret_key": "s"}
      """;

  private final SlowStore store = new SlowStore();
  private final TurnedClock clock = new TurnedClock();
  private Tokens tokens;
  private Tokens.Issued issued;

  @BeforeEach
  void issue(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("credentials.json"), FILE);
    Accounts accounts = new Accounts(CredentialsFile.read(file));
    Account user = accounts.byName("u", "d").orElseThrow();
    clock.show(Instant.parse("2026-01-01T00:00:00Z"));
    tokens = new Tokens(store, accounts, clock);
    issued =
        tokens
            .issue(user, new Scope.Unscoped(), List.of("password"), Instant.MAX)
            .await()
            .indefinitely();
  }

  @Test
  void readsATokenInUseAgainBeforeAnybodyHasToWaitForIt() {
    clock.pass(Duration.ofSeconds(3));
    assertThat(tokens.cached(issued.text())).contains(issued.token());
    assertThat(tokens.cached(issued.text())).contains(issued.token());
    assertThat(store.waiting).hasSize(1);

    store.answer();
    clock.pass(Duration.ofSeconds(4));
    assertThat(tokens.cached(issued.text())).isPresent();
  }

  @Test
  void trustsATokenThatCannotBeReadAgainForFiveSecondsOnly() {
    clock.pass(Duration.ofSeconds(3));
    assertThat(tokens.cached(issued.text())).isPresent();
    clock.pass(Duration.ofSeconds(2));
    assertThat(tokens.cached(issued.text())).isEmpty();
  }

  @Test
  void doesNotBringBackATokenThatWasRevokedWhileItWasReadAgain() {
    clock.pass(Duration.ofSeconds(3));
    assertThat(tokens.cached(issued.text())).isPresent();
    tokens.revoke(issued.text()).await().indefinitely();
    store.answer();
    assertThat(tokens.cached(issued.text())).isEmpty();
  }

  /** Answers a question when it is told to. */
  private static final class SlowStore extends TokenStore {

    private final List<UniEmitter<? super Optional<Stored>>> waiting = new ArrayList<>();
    private Stored kept;

    SlowStore() {
      super(null);
    }

    @Override
    Uni<Void> add(byte[] sha256, Stored token) {
      kept = token;
      return Uni.createFrom().voidItem();
    }

    @Override
    Uni<Optional<Stored>> find(byte[] sha256) {
      return Uni.createFrom().emitter(waiting::add);
    }

    @Override
    Uni<Void> remove(byte[] sha256) {
      return Uni.createFrom().voidItem();
    }

    void answer() {
      waiting.remove(0).complete(Optional.of(kept));
    }
  }
}
