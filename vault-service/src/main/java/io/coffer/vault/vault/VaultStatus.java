package io.coffer.vault.vault;

/** How a vault stands; constants are the values on the wire. */
public enum VaultStatus {
  available,
  lock,
  frozen,
  deleting,
  error
}
