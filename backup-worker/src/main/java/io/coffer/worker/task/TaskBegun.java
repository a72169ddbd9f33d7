package io.coffer.worker.task;

import io.coffer.contracts.Message;
import java.time.Instant;
import java.util.UUID;

/** A worker tells itself that it begins with a task that nobody began before. Rides no topic. */
record TaskBegun(UUID taskId, Holder holder, Instant startedAt) implements Message {}
