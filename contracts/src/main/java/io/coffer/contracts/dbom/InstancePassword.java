package io.coffer.contracts.dbom;

import io.coffer.contracts.secret.SealedSecret;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.UUID;

/** The password of an instance on its way to whoever sets it: one sealed for another opens not. */
public final class InstancePassword {

  private InstancePassword() {}

  /** Seals a password of this instance. */
  public static SealedSecret seal(PublicKey key, UUID instance, String password) {
    return SealedSecret.seal(key, purpose(instance), password);
  }

  /**
   * The password.
   *
   * @throws GeneralSecurityException when it is that of another instance, or not for this key
   */
  public static String open(PrivateKey key, UUID instance, SealedSecret sealed)
      throws GeneralSecurityException {
    return sealed.open(key, purpose(instance));
  }

  private static String purpose(UUID instance) {
    return "password of database O&M instance " + instance;
  }
}
