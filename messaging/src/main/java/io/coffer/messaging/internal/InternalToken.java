package io.coffer.messaging.internal;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
    String secret;
    try {
      secret = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the bearer secret of internal routes cannot be read from " + file, e);
    }
    // An empty one would let everybody in who shows nothing, and no client of ours.
    if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalStateException(
          file
              + " holds no bearer secret: it is empty or damaged; bring it back, or delete it and"
              + " start the stack anew");
    }
    authorization = "Bearer " + secret;
  }

  /** Read at the start, or a service would look ready that answers nobody. */
  void start(@Observes StartupEvent started) {}

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
