package io.coffer.vault.vault;

import static io.coffer.contracts.CbrError.BACKUP_CANNOT_BE_DELETED;
import static io.coffer.contracts.CbrError.VAULT_CANNOT_BE_DELETED;
import static io.coffer.contracts.CbrError.VAULT_CANNOT_BE_UPDATED;
import static io.coffer.contracts.CbrError.VAULT_STATUS_FORBIDS_BACKUP;
import static io.coffer.contracts.CbrError.VAULT_STATUS_FORBIDS_RESTORE;
import static io.coffer.contracts.CbrError.VAULT_STATUS_INVALID;
import static io.coffer.messaging.decision.Decision.no;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Decision;
import java.util.Optional;

/**
 * What may be asked of a vault, and the answer where its state forbids it. The only place where a
 * vault's state is weighed against a verb.
 */
public enum VaultVerb {
  CHECKPOINT(VAULT_STATUS_FORBIDS_BACKUP, null),
  RESTORE(VAULT_STATUS_FORBIDS_RESTORE, null),
  DELETE_BACKUP(BACKUP_CANNOT_BE_DELETED, BACKUP_CANNOT_BE_DELETED),
  ASSOCIATE(VAULT_STATUS_INVALID, null),
  /** Resources leave it with their backups, which are then kept by another vault's rules. */
  MIGRATE(VAULT_STATUS_INVALID, VAULT_STATUS_INVALID),
  UPDATE(VAULT_CANNOT_BE_UPDATED, null),
  DELETE(VAULT_CANNOT_BE_DELETED, VAULT_CANNOT_BE_DELETED);

  private final CbrError closed;
  private final CbrError locked;

  VaultVerb(CbrError closed, CbrError locked) {
    this.closed = closed;
    this.locked = locked;
  }

  /** The refusal for a vault in this state; empty when nothing in its state forbids it. */
  public Optional<Decision> refusal(VaultState vault) {
    if (!vault.isOpen() && !(this == DELETE && vault.status() == VaultStatus.error)) {
      CbrError error =
          this == UPDATE && vault.status() == VaultStatus.deleting ? VAULT_STATUS_INVALID : closed;
      return no(error, "Vault " + vault.id() + " is " + vault.status() + ".");
    }
    if (locked != null && vault.isLocked()) {
      return no(locked, "Vault " + vault.id() + " is locked.");
    }
    return Optional.empty();
  }
}
