package io.coffer.billing.dbom.login;

import io.coffer.billing.dbom.login.LoginTable.Waiting;
import io.coffer.contracts.dbom.InstancePassword;
import io.coffer.contracts.secret.PemKeys;
import io.coffer.contracts.secret.SealedSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The only place where a password of an instance is open, and only until it is hashed. */
@ApplicationScoped
public class Logins {

  private static final Logger LOG = Logger.getLogger(Logins.class);

  private final LoginTable table;
  private final PasswordHash hash;
  private final Optional<PrivateKey> key;

  Logins(
      LoginTable table,
      PasswordHash hash,
      @ConfigProperty(name = "coffer.password-private-key-file") Optional<Path> keyFile) {
    this.table = table;
    this.hash = hash;
    this.key = keyFile.map(Logins::read);
  }

  /** Sets the passwords that wait for it, and forgets those that nobody will need. Blocks. */
  public void setAll() {
    table.forgetForsaken();
    for (Waiting waiting : table.waiting()) {
      try {
        table.set(waiting, hash.of(open(waiting)));
      } catch (GeneralSecurityException e) {
        LOG.errorf("a password does not open and is dropped instance=%s", waiting.instanceId());
        table.drop(waiting);
      }
    }
  }

  private String open(Waiting waiting) throws GeneralSecurityException {
    return InstancePassword.open(
        key.orElseThrow(() -> new GeneralSecurityException("no key")),
        waiting.instanceId(),
        new SealedSecret(waiting.sealed()));
  }

  private static PrivateKey read(Path file) {
    try {
      return PemKeys.privateKey(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the key of passwords cannot be read from " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(file + " holds no private key");
    }
  }
}
