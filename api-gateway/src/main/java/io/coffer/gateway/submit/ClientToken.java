package io.coffer.gateway.submit;

import io.coffer.contracts.DerivedId;
import io.coffer.gateway.error.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The header by which a client may repeat a command without its happening twice. */
final class ClientToken {

  static final String HEADER = "X-Client-Token";

  private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,64}");

  private ClientToken() {}

  /** The id of the command that this token stands for in a project; empty without a token. */
  static Optional<UUID> commandId(String project, String token) {
    if (token == null) {
      return Optional.empty();
    }
    if (!SHAPE.matcher(token).matches()) {
      throw ApiException.invalid(
          HEADER + " must have 1 to 64 printable characters without spaces.");
    }
    UUID namespace = UUID.nameUUIDFromBytes(project.getBytes(StandardCharsets.UTF_8));
    return Optional.of(DerivedId.of(namespace, token));
  }
}
