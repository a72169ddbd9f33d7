package io.coffer.vault.operationlog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How far a task is, for readers. Written by {@link TaskProgressTable} alone. */
@Entity
@Table(schema = "plumbing", name = "task_progress")
class TaskProgressRow {

  @Id
  @Column(name = "task_id")
  UUID taskId;

  int percent;

  @Column(name = "total_bytes")
  long totalBytes;

  @Column(name = "processed_bytes")
  long processedBytes;

  @Column(name = "stored_bytes")
  long storedBytes;
}
