package io.coffer.gateway.dbom;

import io.coffer.contracts.dbom.InstancePassword;
import io.coffer.contracts.secret.PemKeys;
import io.coffer.contracts.secret.SealedSecret;
import io.coffer.gateway.GatewaySettings;
import io.coffer.gateway.error.ApiException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import java.util.UUID;

/** Seals passwords of instances for the service that sets them. Only that one can open them. */
@Singleton
class PasswordSeal {

  private final Optional<PublicKey> key;

  PasswordSeal(GatewaySettings settings) {
    key = settings.passwordPublicKeyFile().map(PasswordSeal::read);
  }

  /**
   * A password as it may travel.
   *
   * @throws ApiException 503 where nobody can set passwords
   */
  SealedSecret of(UUID instance, String password) {
    return InstancePassword.seal(key.orElseThrow(ApiException::unavailable), instance, password);
  }

  private static PublicKey read(Path file) {
    try {
      return PemKeys.publicKey(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the key for passwords cannot be read from " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(file + " holds no public key", e);
    }
  }
}
