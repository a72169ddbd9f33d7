package io.coffer.worker.task;

import io.coffer.worker.job.TaskKind;
import java.util.UUID;

/** A task as the decisions about its holder's words see it. */
record TaskState(UUID id, UUID vaultId, TaskKind kind, boolean begun) {}
