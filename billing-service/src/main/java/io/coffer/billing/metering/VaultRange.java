package io.coffer.billing.metering;

import java.util.Objects;
import java.util.UUID;

/**
 * Vaults from one id to another, as the text of ids is ordered.
 *
 * @param from the first id; null for the first of all
 * @param until the first id that is not in it; null for the end
 */
public record VaultRange(UUID from, UUID until) {

  private static final UUID FIRST = new UUID(0, 0);

  /** No id of anything is this one. */
  private static final UUID END = new UUID(-1, -1);

  /** Those of these that are behind it; null for none. */
  public VaultRange behind(VaultRange all) {
    return Objects.equals(until, all.until) ? null : new VaultRange(until, all.until);
  }

  /** The first id, also where there is no bound. */
  public UUID first() {
    return from == null ? FIRST : from;
  }

  /** The first id that is not in it, also where there is no bound. */
  public UUID end() {
    return until == null ? END : until;
  }
}
