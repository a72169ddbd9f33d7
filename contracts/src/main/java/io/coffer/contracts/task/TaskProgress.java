package io.coffer.contracts.task;

import io.coffer.contracts.Message;
import io.coffer.contracts.WireName;
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
@WireName("coffer.task.progress.v1")
public record TaskProgress(
    UUID taskId,
    int percent,
    long totalBytes,
    long processedBytes,
    long storedBytes,
    Instant reportedAt)
    implements Message {}
