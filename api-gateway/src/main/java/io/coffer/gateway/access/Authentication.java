package io.coffer.gateway.access;

import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.identity.Caller;
import io.coffer.gateway.identity.Signatures;
import io.coffer.gateway.identity.Token;
import io.coffer.gateway.identity.Tokens;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.signature.SignatureHeader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds out who sent a request, by token or by signature. */
@ApplicationScoped
class Authentication {

  static final String TOKEN = "X-Auth-Token";

  private final Tokens tokens;
  private final Signatures signatures;

  Authentication(Tokens tokens, Signatures signatures) {
    this.tokens = tokens;
    this.signatures = signatures;
  }

  /**
   * The caller, when that can be told without asking the database.
   *
   * @throws ApiException 401 with the documented text
   */
  Optional<Caller> atOnce(GatewayRequest request) {
    String text = request.header(TOKEN);
    if (text != null) {
      return tokens.cached(text).map(Authentication::bearer);
    }
    String authorization = request.header("Authorization");
    if (authorization == null) {
      throw ApiException.of(
          401, "APIGW.0301", "Incorrect IAM authentication information: x-auth-token not found");
    }
    if (!SignatureHeader.isSignature(authorization)) {
      throw ApiException.of(401, "APIGW.0305", "Incorrect authentication information.");
    }
    return Optional.of(
        new Caller(signatures.verify(request.signed(), authorization, request.address()), null));
  }

  /** The caller whose token this instance has not seen yet. */
  Uni<Caller> fromDatabase(GatewayRequest request) {
    return tokens.find(request.header(TOKEN)).map(Authentication::bearer);
  }

  private static Caller bearer(Token token) {
    return new Caller(token.account(), token);
  }
}
