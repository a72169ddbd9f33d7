package io.coffer.gateway.iam;

import io.coffer.gateway.access.Unauthenticated;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.error.KeystoneException;
import io.coffer.gateway.identity.Accounts;
import io.coffer.gateway.identity.Scope;
import io.coffer.gateway.identity.Token;
import io.coffer.gateway.identity.Tokens;
import io.coffer.gateway.request.GatewayRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Tokens in the manner of Keystone (chapter 3.2). */
@Path("/v3/auth/tokens")
public class TokensResource {

  private static final String SUBJECT = "X-Subject-Token";

  private final Login login;
  private final Tokens tokens;
  private final Accounts accounts;

  TokensResource(Login login, Tokens tokens, Accounts accounts) {
    this.login = login;
    this.tokens = tokens;
    this.accounts = accounts;
  }

  /** Proves an identity by password or token; the new token stands in a header. */
  @POST
  @Unauthenticated
  public Uni<Response> issue(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return login
        .token(body(request), request.address())
        .map(issued -> answer(request, 201, issued.token(), issued.text()));
  }

  /** What a token says, for its holder or for another service of the same account. */
  @GET
  public Uni<Response> show(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return subject(request).map(token -> answer(request, 200, token, request.header(SUBJECT)));
  }

  /** Ends a token of the caller before its time. */
  @DELETE
  public Uni<Response> revoke(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return subject(request)
        .chain(token -> tokens.revoke(request.header(SUBJECT)))
        .replaceWith(() -> Response.noContent().build());
  }

  /** The caller's own token that the header names. */
  private Uni<Token> subject(GatewayRequest request) {
    String subject = request.header(SUBJECT);
    if (subject == null) {
      throw KeystoneException.badRequest(SUBJECT + " is mandatory.");
    }
    return tokens
        .find(subject)
        .onFailure(failure -> failure instanceof ApiException e && e.status() == 401)
        .transform(unknown -> KeystoneException.notFound("The token does not exist."))
        .map(token -> own(request, token));
  }

  private static TokenRequestBody body(GatewayRequest request) {
    try {
      return request.body().as(TokenRequestBody.class);
    } catch (ApiException e) {
      throw e.status() == 401
          ? KeystoneException.unauthorized(e.getMessage())
          : KeystoneException.badRequest(e.getMessage());
    }
  }

  private static Token own(GatewayRequest request, Token token) {
    if (!token.account().userId().equals(request.caller().account().userId())) {
      throw KeystoneException.notFound("The token does not exist.");
    }
    return token;
  }

  private Response answer(GatewayRequest request, int status, Token token, String text) {
    String without = request.query().first("nocatalog");
    boolean withCatalog =
        (without == null || without.isEmpty()) && !(token.scope() instanceof Scope.Unscoped);
    return IdentityAnswer.of(
            status,
            TokenJson.of(token, IdentityAnswer.endpoint(accounts, request), withCatalog),
            request)
        .header(SUBJECT, text)
        .header("Cache-Control", "no-store")
        .build();
  }
}
