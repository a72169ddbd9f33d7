package io.coffer.contracts.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A resource that a request names, with what the inventory said of it at the edge. Decisions never
 * ask the inventory themselves.
 *
 * @param id the resource, as the cloud calls it
 * @param type for example {@code OS::Nova::Server} or {@code OS::Cinder::Volume}
 * @param sizeGb the sum of its volumes in gigabytes, excluded ones left out
 * @param excludeVolumes volumes of it that are not to be backed up; empty when none
 * @param includeVolumes volumes that the caller named as ones to back up, which decides nothing;
 *     never null, and absent on the wire when empty
 * @param volumes all of its volumes, excluded ones too; one element, itself, for a disk
 */
public record ResourceFacts(
    String id,
    String type,
    String name,
    int sizeGb,
    List<String> excludeVolumes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<IncludedVolume> includeVolumes,
    List<VolumeFacts> volumes) {

  public ResourceFacts {
    includeVolumes = includeVolumes == null ? List.of() : List.copyOf(includeVolumes);
  }

  /** A resource of which no volume is named as one to back up. */
  public ResourceFacts(
      String id,
      String type,
      String name,
      int sizeGb,
      List<String> excludeVolumes,
      List<VolumeFacts> volumes) {
    this(id, type, name, sizeGb, excludeVolumes, List.of(), volumes);
  }
}
