package io.coffer.contracts.vault;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A resource that a message names: what is known of it and what is chosen, side by side in JSON.
 */
public record KnownResource(
    @JsonUnwrapped ResourceFacts facts, @JsonUnwrapped ResourceChoices choices) {

  /** A resource about which nothing is chosen. */
  public static KnownResource of(ResourceFacts facts) {
    return new KnownResource(facts, ResourceChoices.NONE);
  }
}
