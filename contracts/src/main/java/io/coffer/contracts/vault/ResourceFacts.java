package io.coffer.contracts.vault;

import java.util.List;

/**
 * What the inventory says of a resource. Decisions never ask the inventory themselves.
 *
 * @param id the resource, as the cloud calls it
 * @param type the name of a {@link ResourceType}
 * @param sizeGb the sum of its volumes in gigabytes, those left out that a choice excludes
 * @param volumes all of its volumes, excluded ones too; one element, itself, for what is {@link
 *     ResourceType#isWhole}
 */
public record ResourceFacts(
    String id, String type, String name, int sizeGb, List<VolumeFacts> volumes) {}
