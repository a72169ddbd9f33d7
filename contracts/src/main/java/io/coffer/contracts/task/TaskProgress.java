package io.coffer.contracts.task;

import io.coffer.contracts.Message;
import java.time.Instant;
import java.util.UUID;

/**
 * How far a task is. May be lost or come twice; readers keep the largest.
 *
 * @param percent 0 to 99 while it runs
 * @param totalBytes what there is to do
 * @param processedBytes what of it is done
 * @param storedBytes what the repository grew by so far
 */
public record TaskProgress(
    UUID taskId,
    int percent,
    long totalBytes,
    long processedBytes,
    long storedBytes,
    Instant reportedAt)
    implements Message {}
