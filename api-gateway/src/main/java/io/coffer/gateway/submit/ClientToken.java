package io.coffer.gateway.submit;

import io.coffer.contracts.DerivedId;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.messaging.internal.InternalToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header by which a client may repeat a request without its happening twice.
 *
 * @param command the id of the command that the token stands for in its project
 * @param sha256 of method, path and body, in lower-case hex: what makes a request the same. Keyed,
 *     because it is kept and bodies hold passwords, which others might guess by it
 */
record ClientToken(UUID command, String sha256) {

  static final String HEADER = "X-Client-Token";

  private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,64}");

  /**
   * The token of a request; empty when it has none.
   *
   * @throws ApiException 400 when it is malformed
   */
  static Optional<ClientToken> of(GatewayRequest request, InternalToken key) {
    return command(request)
        .map(
            command ->
                new ClientToken(
                    command,
                    sha256(
                        key.authorization(), request.method(), request.path(), request.bytes())));
  }

  /**
   * The id of the command that the token of a request stands for; empty when it has none.
   *
   * @throws ApiException 400 when it is malformed
   */
  static Optional<UUID> command(GatewayRequest request) {
    String unit = request.project() == null ? request.domain() : request.project();
    return Optional.ofNullable(request.header(HEADER)).map(token -> commandId(unit, token));
  }

  static UUID commandId(String project, String token) {
    if (!SHAPE.matcher(token).matches()) {
      throw ApiException.invalid(
          HEADER + " must have 1 to 64 printable characters without spaces.");
    }
    UUID namespace = UUID.nameUUIDFromBytes(project.getBytes(StandardCharsets.UTF_8));
    return DerivedId.of(namespace, token);
  }

  /** 400 for a token that stood for another request before. */
  static ApiException ofAnotherRequest() {
    return ApiException.invalid(
        HEADER + " was used with another request before; a repeat must be the same.");
  }

  static String sha256(String key, String method, String path, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
      mac.update((method + ' ' + path + '\n').getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
    }
  }
}
