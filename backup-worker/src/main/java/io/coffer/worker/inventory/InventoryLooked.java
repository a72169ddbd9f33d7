package io.coffer.worker.inventory;

import io.coffer.contracts.Message;
import io.coffer.contracts.vault.TaggedResource;
import java.time.Instant;
import java.util.List;

/**
 * A worker tells itself which resources a project has. Rides no topic.
 *
 * @param whole whether it has nothing beside them
 * @param told how often something had been said of them when the look began
 */
record InventoryLooked(List<TaggedResource> resources, boolean whole, long told, Instant lookedAt)
    implements Message {}
