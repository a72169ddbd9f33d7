package io.coffer.gateway.identity;

import io.coffer.gateway.error.ApiException;
import io.coffer.messaging.time.Clock;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Hands out tokens and knows them again, on every instance and after a restart. */
@ApplicationScoped
public class Tokens {

  /** How long a token lives. */
  public static final Duration LIFE = Duration.ofHours(24);

  private static final Logger LOG = Logger.getLogger(Tokens.class);

  /** An ended token is kept this long, so that its holder is told when it ended. */
  private static final Duration KEPT_AFTER_END = Duration.ofDays(7);

  private static final int CACHED = 10_000;

  /** How long a token that another gateway process revoked may still be taken by this one. */
  private static final Duration TRUSTED = Duration.ofSeconds(5);

  /** A token in use that was read before this is read again before anybody waits for it. */
  private static final Duration RENEWED = TRUSTED.dividedBy(2);

  /** A fresh token with the text that its holder must present. */
  public record Issued(String text, Token token) {}

  private record Cached(Token token, Instant readAt, boolean renewing) {}

  private final TokenStore store;
  private final Accounts accounts;
  private final Clock clock;
  private final Map<ByteBuffer, Cached> cache = new ConcurrentHashMap<>();

  Tokens(TokenStore store, Accounts accounts, Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** A token that ends after its life, or earlier, with the token that it was made from. */
  public Uni<Issued> issue(Account account, Scope scope, List<String> methods, Instant latestEnd) {
    Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
    Instant end = now.plus(LIFE).isBefore(latestEnd) ? now.plus(LIFE) : latestEnd;
    Token token = new Token(account, scope, methods, now, end);
    String text = TokenText.fresh();
    byte[] hash = TokenText.sha256(text);
    return store
        .add(hash, stored(token, TokenText.credential(text, account.password())))
        .onFailure()
        .transform(Tokens::identityDown)
        .invoke(() -> remember(hash, token))
        .replaceWith(() -> new Issued(text, token));
  }

  /**
   * The token that was read from the database a moment ago, unless it has ended since. Spares a
   * round trip.
   */
  public Optional<Token> cached(String text) {
    if (!TokenText.plausible(text)) {
      return Optional.empty();
    }
    byte[] hash = TokenText.sha256(text);
    Cached cached = cache.get(ByteBuffer.wrap(hash));
    Instant now = clock.now();
    if (cached == null
        || !cached.readAt().isAfter(now.minus(TRUSTED))
        || !now.isBefore(cached.token().expiresAt())) {
      return Optional.empty();
    }
    if (!cached.renewing() && cached.readAt().isBefore(now.minus(RENEWED))) {
      renew(text, hash, cached);
    }
    return Optional.of(cached.token());
  }

  /** Reads a token once more; one that was revoked meanwhile does not come back. */
  private void renew(String text, byte[] hash, Cached cached) {
    ByteBuffer key = ByteBuffer.wrap(hash);
    Cached renewing = new Cached(cached.token(), cached.readAt(), true);
    if (cache.replace(key, cached, renewing)) {
      read(text, hash)
          .subscribe()
          .with(
              token -> cache.replace(key, renewing, new Cached(token, clock.now(), false)),
              failure -> LOG.debugf("a token is not renewed: %s", failure.getMessage()));
    }
  }

  /**
   * The token with this text.
   *
   * @throws ApiException 401 when it is none of ours, has ended, or its user is gone or has another
   *     password now (in the Uni)
   */
  public Uni<Token> find(String text) {
    if (!TokenText.plausible(text)) {
      return Uni.createFrom().failure(undecodable());
    }
    byte[] hash = TokenText.sha256(text);
    return read(text, hash).invoke(token -> remember(hash, token));
  }

  private Uni<Token> read(String text, byte[] hash) {
    return store
        .find(hash)
        .onFailure()
        .transform(Tokens::identityDown)
        .map(found -> restored(found.orElseThrow(Tokens::undecodable), text));
  }

  /** Ends the token with this text: at once here, within seconds in other gateway processes. */
  public Uni<Void> revoke(String text) {
    byte[] hash = TokenText.sha256(text);
    return store
        .remove(hash)
        .onFailure()
        .transform(Tokens::identityDown)
        .invoke(() -> cache.remove(ByteBuffer.wrap(hash)));
  }

  @Scheduled(every = "1h", delayed = "5m")
  Uni<Void> forgetEnded() {
    return store
        .forget(clock.now().minus(KEPT_AFTER_END))
        .onFailure()
        .invoke(failure -> LOG.warnf("ended tokens stay: %s", failure.getMessage()))
        .onFailure()
        .recoverWithItem(0)
        .replaceWithVoid();
  }

  private void remember(byte[] hash, Token token) {
    if (cache.size() >= CACHED) {
      cache.clear();
    }
    cache.put(ByteBuffer.wrap(hash), new Cached(token, clock.now(), false));
  }

  private void refuseEnded(Instant expiresAt) {
    if (!clock.now().isBefore(expiresAt)) {
      throw ApiException.of(
          401,
          "APIGW.0301",
          "Incorrect IAM authentication information: token expires, expires_at: "
              + IdentityTime.format(expiresAt));
    }
  }

  private Token restored(TokenStore.Stored stored, String text) {
    refuseEnded(stored.expiresAt());
    Account account =
        accounts
            .byUserId(stored.userId())
            .filter(user -> tiedTo(user.password(), stored, text))
            .orElseThrow(Tokens::outdated);
    Scope scope =
        stored.projectId() != null
            ? new Scope.OfProject(account.project(stored.projectId()).orElseThrow(Tokens::outdated))
            : stored.domainScoped() ? new Scope.OfDomain() : new Scope.Unscoped();
    List<String> methods = List.of(stored.methods().split(","));
    return new Token(account, scope, methods, stored.issuedAt(), stored.expiresAt());
  }

  private static boolean tiedTo(String password, TokenStore.Stored stored, String text) {
    return MessageDigest.isEqual(TokenText.credential(text, password), stored.credential());
  }

  private static TokenStore.Stored stored(Token token, byte[] credential) {
    return new TokenStore.Stored(
        token.account().userId(),
        token.scope() instanceof Scope.OfProject of ? of.project().id() : null,
        token.scope() instanceof Scope.OfDomain,
        String.join(",", token.methods()),
        token.issuedAt(),
        token.expiresAt(),
        credential);
  }

  private static ApiException undecodable() {
    return ApiException.of(
        401, "APIGW.0301", "Incorrect IAM authentication information: decrypt token fail");
  }

  private static ApiException outdated() {
    return ApiException.of(401, "APIGW.0307", "The token must be updated.");
  }

  private static Throwable identityDown(Throwable failure) {
    LOG.warnf("tokens cannot be read or written: %s", failure.getMessage());
    return ApiException.of(503, "APIGW.0613", "The IAM service is currently unavailable.");
  }
}
