package io.coffer.contracts.vault;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A resource with the tags that it has where it lives, side by side in JSON.
 *
 * @param tags in the order of their keys
 */
public record TaggedResource(@JsonUnwrapped ResourceFacts facts, List<Tag> tags) {

  public TaggedResource {
    tags = tags == null ? List.of() : List.copyOf(tags);
  }
}
