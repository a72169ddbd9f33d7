package io.coffer.contracts.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a vault's owner chooses about a resource in it.
 *
 * @param excludeVolumes volumes of it that are not to be backed up; empty when none
 * @param includeVolumes volumes that the caller named as ones to back up, which decides nothing;
 *     never null, and absent on the wire when empty
 * @param suspended whether automatic backups leave it out; absent on the wire when false
 */
public record ResourceChoices(
    List<String> excludeVolumes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<IncludedVolume> includeVolumes,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean suspended) {

  /** Nothing is chosen. */
  public static final ResourceChoices NONE = new ResourceChoices(List.of());

  public ResourceChoices {
    excludeVolumes = excludeVolumes == null ? List.of() : List.copyOf(excludeVolumes);
    includeVolumes = includeVolumes == null ? List.of() : List.copyOf(includeVolumes);
  }

  /**
   * What holds when this is chosen with an association of a resource that is associated already.
   */
  public ResourceChoices over(ResourceChoices before) {
    return suspended(before.suspended);
  }

  /** The same, left out of automatic backups or not. */
  public ResourceChoices suspended(boolean out) {
    return new ResourceChoices(excludeVolumes, includeVolumes, out);
  }

  public ResourceChoices(List<String> excludeVolumes, List<IncludedVolume> includeVolumes) {
    this(excludeVolumes, includeVolumes, false);
  }

  public ResourceChoices(List<String> excludeVolumes) {
    this(excludeVolumes, List.of());
  }
}
