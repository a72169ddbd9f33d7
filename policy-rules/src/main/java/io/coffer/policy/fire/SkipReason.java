package io.coffer.policy.fire;

import io.coffer.contracts.CbrError;

/** Why a fire makes no backup of a resource, in the order in which they are asked. */
public enum SkipReason {
  MISSED(CbrError.NOTHING_TO_BACK_UP, "The fire was missed beyond the grace."),
  POLICY_DISABLED(CbrError.NOTHING_TO_BACK_UP, "The policy was disabled meanwhile."),
  SOURCE_GONE(CbrError.RESOURCE_NOT_FOUND, "The resource does not exist any more."),
  SUSPENDED(
      CbrError.BACKUP_NOT_ALLOWED_CURRENT_RESOURCE_STATUS,
      "Backups of the resource are suspended."),
  VAULT_FROZEN(CbrError.VAULT_STATUS_FORBIDS_BACKUP, "The vault is frozen."),
  VAULT_FULL(CbrError.VAULT_FULL, "The vault is full."),
  BUSY(CbrError.RESOURCE_BEING_BACKED_UP, "The resource is busy.");

  private final CbrError error;
  private final String sentence;

  SkipReason(CbrError error, String sentence) {
    this.error = error;
    this.sentence = sentence;
  }

  /** The code in the operation log. */
  public CbrError error() {
    return error;
  }

  /** For people. */
  public String sentence() {
    return sentence;
  }
}
