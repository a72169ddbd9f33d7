package io.coffer.worker.inventory;

import io.coffer.contracts.Message;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.contracts.vault.TaggedResource;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A worker tells itself which resources a project has. Rides no topic.
 *
 * @param unread the types of which it may have others, which could not be read
 * @param told how often something had been said of them when the look began
 */
record InventoryLooked(
    List<TaggedResource> resources, Set<ResourceType> unread, long told, Instant lookedAt)
    implements Message {}
