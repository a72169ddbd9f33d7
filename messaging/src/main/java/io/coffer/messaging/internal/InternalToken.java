package io.coffer.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The bearer secret of internal routes and of metrics, read once from the file that {@code
 * coffer.internal-token-file} names.
 */
@ApplicationScoped
public class InternalToken {

  /** What is answered to whoever does not show it. */
  static final String REFUSAL =
      "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"Internal routes need the bearer secret.\"}";

  private final String authorization;

  InternalToken(@ConfigProperty(name = "coffer.internal-token-file") Path file) {
    try {
      authorization = "Bearer " + Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the bearer secret of internal routes cannot be read from " + file, e);
    }
  }

  /** The value of the {@code Authorization} header that internal routes expect. */
  public String authorization() {
    return authorization;
  }

  /** Whether an {@code Authorization} header, null if there is none, shows the secret. */
  boolean isShownBy(String header) {
    return header != null
        && MessageDigest.isEqual(
            header.getBytes(StandardCharsets.UTF_8),
            authorization.getBytes(StandardCharsets.UTF_8));
  }
}
