package io.coffer.worker.inventory;

import io.coffer.contracts.Message;
import io.coffer.contracts.vault.TaggedResource;
import java.time.Instant;
import java.util.List;

/** A worker tells itself which resources a project has. Rides no topic. */
record InventoryLooked(List<TaggedResource> resources, Instant lookedAt) implements Message {}
