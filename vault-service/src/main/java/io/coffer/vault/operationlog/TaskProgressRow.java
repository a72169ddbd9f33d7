package io.coffer.vault.operationlog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How far a task is, for readers. Written by {@link TaskProgressTable} alone. */
@Entity
@Table(schema = "plumbing", name = "task_progress")
class TaskProgressRow {

  @Id UUID taskId;

  int percent;

  long totalBytes;

  long processedBytes;

  long storedBytes;
}
