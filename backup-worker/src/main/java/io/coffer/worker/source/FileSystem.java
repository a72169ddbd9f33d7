package io.coffer.worker.source;

import java.time.Instant;

/**
 * A shared file system of a cloud.
 *
 * @param status as the cloud says it
 * @param sizeGb what it may hold
 * @param present whether its folder is there
 */
public record FileSystem(
    String id,
    String name,
    String project,
    String status,
    Instant createdAt,
    int sizeGb,
    boolean present) {}
