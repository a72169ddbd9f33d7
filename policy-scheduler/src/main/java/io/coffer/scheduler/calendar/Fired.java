package io.coffer.scheduler.calendar;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of a moment of a policy for one resource.
 *
 * @param taskId the task of the backup, or the one that says why there is none
 * @param skipped why no backup was ordered, in one word; null where it was
 */
public record Fired(
    UUID taskId,
    UUID vaultId,
    String resourceId,
    Instant moment,
    String skipped,
    Instant firedAt) {}
