package io.coffer.gateway.iam;

import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.error.KeystoneException;
import io.coffer.gateway.identity.Account;
import io.coffer.gateway.identity.Accounts;
import io.coffer.gateway.identity.FailedAttempts;
import io.coffer.gateway.identity.Project;
import io.coffer.gateway.identity.Scope;
import io.coffer.gateway.identity.Tokens;
import io.coffer.messaging.time.Clock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves an identity and gives it a token. A wrong name and a wrong password are told alike. */
@ApplicationScoped
class Login {

  /** Who proved to be whom, how, and until when at most a token of it may live. */
  private record Proof(Account account, List<String> methods, Instant latestEnd) {}

  private final Accounts accounts;
  private final Tokens tokens;
  private final Clock clock;
  private final FailedAttempts failures = new FailedAttempts();

  Login(Accounts accounts, Tokens tokens, Clock clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * A token for who can prove an identity. Wrong passwords for a name are answered later and later,
   * and lock the name for the address that they came from.
   *
   * @param address of the client
   */
  Uni<Tokens.Issued> token(TokenRequestBody body, String address) {
    return prove(body.auth().identity(), address)
        .chain(
            proof ->
                tokens.issue(
                    proof.account(),
                    scope(proof.account(), body.auth().scope()),
                    proof.methods(),
                    proof.latestEnd()));
  }

  private Uni<Proof> prove(TokenRequestBody.Identity identity, String address) {
    return identity.methods().contains("password")
        ? byPassword(identity.password(), address)
        : byToken(identity.token());
  }

  private Uni<Proof> byPassword(TokenRequestBody.Password password, String address) {
    if (password == null) {
      throw KeystoneException.badRequest("auth.identity.password.user.password is mandatory.");
    }
    TokenRequestBody.User user = password.user();
    if (user.id() == null && (user.name() == null || user.domain() == null)) {
      throw KeystoneException.badRequest(
          "auth.identity.password.user must have an id, or a name and a domain.");
    }
    String name = name(user);
    if (failures.locked(name, address, clock.now())) {
      throw KeystoneException.unauthorized(
          "Too many wrong passwords for this user from this address; try again in five minutes.");
    }
    Optional<Account> proved =
        user(user).filter(account -> Accounts.passwordMatches(account, user.password()));
    if (proved.isEmpty()) {
      return wrong(failures.failed(name, address, clock.now()));
    }
    failures.succeeded(name, address);
    return Uni.createFrom().item(new Proof(proved.get(), List.of("password"), Instant.MAX));
  }

  private static Uni<Proof> wrong(Duration keptBack) {
    Uni<Proof> refusal =
        Uni.createFrom()
            .failure(() -> KeystoneException.unauthorized("The username or password is wrong."));
    return keptBack.isZero()
        ? refusal
        : Uni.createFrom().voidItem().onItem().delayIt().by(keptBack).chain(() -> refusal);
  }

  /** What an attempt is counted under, whether there is such a user or not. */
  private static String name(TokenRequestBody.User user) {
    return user.id() != null ? user.id() : user.name() + "@" + domain(user);
  }

  private static String domain(TokenRequestBody.User user) {
    return user.domain().id() != null ? user.domain().id() : user.domain().name();
  }

  private Optional<Account> user(TokenRequestBody.User user) {
    if (user.id() != null) {
      return accounts.byUserId(user.id());
    }
    String domain = domain(user);
    return domain == null ? Optional.empty() : accounts.byName(user.name(), domain);
  }

  private Uni<Proof> byToken(TokenRequestBody.Presented presented) {
    if (presented == null) {
      throw KeystoneException.badRequest("auth.identity.token.id is mandatory.");
    }
    return tokens
        .find(presented.id())
        .onFailure(failure -> failure instanceof ApiException e && e.status() == 401)
        .transform(failure -> KeystoneException.unauthorized("The token is not valid."))
        .map(
            token -> {
              List<String> methods = new ArrayList<>(token.methods());
              if (!methods.contains("token")) {
                methods.add("token");
              }
              return new Proof(token.account(), List.copyOf(methods), token.expiresAt());
            });
  }

  /** A project wins over a domain; what is not the user's own is told like what does not exist. */
  private static Scope scope(Account account, TokenRequestBody.ScopeBody scope) {
    if (scope == null || scope.project() == null && scope.domain() == null) {
      return new Scope.Unscoped();
    }
    if (scope.project() != null) {
      return project(account, scope.project())
          .<Scope>map(Scope.OfProject::new)
          .orElseThrow(
              () -> KeystoneException.unauthorized("The project in auth.scope is not the user's."));
    }
    if (!isDomainOf(account, scope.domain())) {
      throw KeystoneException.unauthorized("The domain in auth.scope is not the user's.");
    }
    return new Scope.OfDomain();
  }

  private static Optional<Project> project(Account account, TokenRequestBody.ProjectBody wanted) {
    if (wanted.id() == null && wanted.name() == null) {
      throw KeystoneException.badRequest("auth.scope.project must have an id or a name.");
    }
    if (wanted.id() != null) {
      return account.project(wanted.id());
    }
    return wanted.domain() == null || isDomainOf(account, wanted.domain())
        ? account.projectNamed(wanted.name())
        : Optional.empty();
  }

  private static boolean isDomainOf(Account account, TokenRequestBody.Named domain) {
    if (domain.id() == null && domain.name() == null) {
      throw KeystoneException.badRequest("A domain must have an id or a name.");
    }
    return (domain.id() == null || domain.id().equals(account.domainId()))
        && (domain.name() == null || domain.name().equals(account.domainName()));
  }
}
