package io.coffer.billing.dbom;

import io.coffer.contracts.secret.PemKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Map;

/** Instances that get somewhere when a test looks at them, and never by themselves. */
public final class InstanceStack implements QuarkusTestResourceLifecycleManager {

  private static final KeyPair PAIR = PemKeys.generate();

  private Path key;

  /** What passwords are sealed by. */
  static PublicKey publicKey() {
    return PAIR.getPublic();
  }

  @Override
  public Map<String, String> start() {
    try {
      key = Files.createTempFile("password", ".key");
      Files.writeString(key, PemKeys.pem(PAIR.getPrivate()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "coffer.password-private-key-file",
        key.toString(),
        "coffer.dbom.loop.enabled",
        "false",
        "coffer.dbom.machine.creating",
        "0s",
        "coffer.dbom.machine.others",
        "0s");
  }

  @Override
  public void stop() {
    try {
      Files.deleteIfExists(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
