package io.coffer.vault.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One reason why a vault is frozen.
 *
 * @param releasable whether the vault may be given up when the reason lasts
 * @param since when it was first told; null where that was not kept
 */
public record FrozenScene(
    String name, boolean releasable, @JsonInclude(JsonInclude.Include.NON_NULL) Instant since) {

  /** The same reason, whenever it was told. */
  boolean saysSameAs(FrozenScene other) {
    return name.equals(other.name) && releasable == other.releasable;
  }
}
