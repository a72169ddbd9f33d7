package io.coffer.worker.task;

import io.coffer.contracts.Message;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A worker tells itself how a task ended. Rides no topic; counts only while the holder still holds
 * the task.
 *
 * @param measured what the repository costs after it; empty when unknown
 */
record TaskEnded(
    UUID taskId, Holder holder, TaskResult result, OptionalLong measured, Instant endedAt)
    implements Message {}
