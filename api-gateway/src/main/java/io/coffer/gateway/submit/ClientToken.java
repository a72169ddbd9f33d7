package io.coffer.gateway.submit;

import io.coffer.contracts.DerivedId;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.request.GatewayRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The header by which a client may repeat a request without its happening twice.
 *
 * @param command the id of the command that the token stands for in its project
 * @param sha256 of method, path and body, in lower-case hex: what makes a request the same
 */
record ClientToken(UUID command, String sha256) {

  static final String HEADER = "X-Client-Token";

  private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,64}");

  /**
   * The token of a request; empty when it has none.
   *
   * @throws ApiException 400 when it is malformed
   */
  static Optional<ClientToken> of(GatewayRequest request) {
    String token = request.header(HEADER);
    if (token == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ClientToken(
            commandId(request.project() == null ? request.domain() : request.project(), token),
            sha256(request.method(), request.path(), request.bytes())));
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

  private static String sha256(String method, String path, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((method + ' ' + path + '\n').getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
