package io.coffer.contracts.vault;

import java.util.List;

/**
 * What the inventory says of a resource. Decisions never ask the inventory themselves.
 *
 * @param id the resource, as the cloud calls it
 * @param type for example {@code OS::Nova::Server} or {@code OS::Cinder::Volume}
 * @param sizeGb the sum of its volumes in gigabytes, those left out that a choice excludes
 * @param volumes all of its volumes, excluded ones too; one element, itself, for a disk
 */
public record ResourceFacts(
    String id, String type, String name, int sizeGb, List<VolumeFacts> volumes) {}
