package io.coffer.policy.retention;

import java.util.Locale;

/** What protects a backup from any rule, for as long as it lasts. */
public enum Guard {
  /** It is the newest one, and the next run is under way. */
  NEWEST,
  LEGAL_HOLD,
  USED_BY_IMAGE,
  /** Its lock has not ended. */
  WORM,
  RESTORING,
  COPYING,
  VAULT_LOCKED,
  VAULT_FROZEN;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
