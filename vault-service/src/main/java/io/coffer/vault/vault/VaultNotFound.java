package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Decision;
import io.coffer.owner.refusal.Refused;

/** A vault that is not there, or not this project's, which is told alike. */
public final class VaultNotFound {

  private VaultNotFound() {}

  /** For a command. */
  public static Decision refusal(Object vaultId) {
    return Decision.refuse(CbrError.VAULT_NOT_FOUND, message(vaultId));
  }

  /** For a question. */
  public static Refused refused(Object vaultId) {
    return new Refused(CbrError.VAULT_NOT_FOUND, message(vaultId));
  }

  private static String message(Object vaultId) {
    return "Vault " + vaultId + " does not exist.";
  }
}
