package io.coffer.gateway.identity;

import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.signature.SignatureHeader;
import io.coffer.gateway.signature.SignatureVerifier;
import io.coffer.gateway.signature.SignedRequest;
import io.coffer.messaging.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Finds the account behind a signed request. */
@ApplicationScoped
public class Signatures {

  private static final Duration TOLERANCE = Duration.ofMinutes(15);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withResolverStyle(ResolverStyle.STRICT);

  private final Accounts accounts;
  private final Clock clock;
  private final FailedAttempts failures = new FailedAttempts();

  Signatures(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * The account that signed.
   *
   * @param address of the client, for the lock-out
   * @throws ApiException 401 with the documented text
   */
  public Account verify(SignedRequest request, String authorization, String address) {
    SignatureHeader header =
        SignatureHeader.parse(authorization)
            .filter(parsed -> single(request))
            .orElseThrow(Signatures::malformed);
    Instant now = clock.now();
    Instant signedAt =
        date(request.header(SignatureHeader.DATE)).orElseThrow(Signatures::malformed);
    Account account =
        accounts
            .byAccessKey(header.accessKey())
            .orElseThrow(() -> wrong("ak " + header.accessKey() + " not exist"));
    if (failures.locked(header.accessKey(), address, now)) {
      throw wrong("AK access failed to reach the limit,forbidden");
    }
    if (Duration.between(signedAt, now).abs().compareTo(TOLERANCE) > 0) {
      throw wrong(
          "verify aksk signature fail, signature expired: x-sdk-date is "
              + DATE.format(signedAt.atOffset(ZoneOffset.UTC))
              + ", the time here is "
              + DATE.format(now.atOffset(ZoneOffset.UTC)));
    }
    if (!SignatureVerifier.verify(request, header, account.secretKey())) {
      failures.failed(header.accessKey(), address, now);
      throw wrong("verify aksk signature fail, the signature is not that of this request");
    }
    failures.succeeded(header.accessKey(), address);
    refuseForeignSecurityToken(request);
    return account;
  }

  /** What decides about a signature must not come twice, or two readers could see two requests. */
  private static boolean single(SignedRequest request) {
    return request.headers().apply("authorization").size() == 1
        && request.headers().apply(SignatureHeader.DATE).size() == 1
        && request.headers().apply("x-sdk-content-sha256").size() <= 1;
  }

  /** Keys of accounts are permanent: there is no security token that could belong to one. */
  private static void refuseForeignSecurityToken(SignedRequest request) {
    String token = request.header("x-security-token");
    if (token != null && !token.isBlank()) {
      throw wrong("x-security-token does not belong to the access key");
    }
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, DATE).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ApiException wrong(String why) {
    return ApiException.of(401, "APIGW.0301", "Incorrect IAM authentication information: " + why);
  }

  private static ApiException malformed() {
    return ApiException.of(401, "APIGW.0305", "Incorrect authentication information.");
  }
}
