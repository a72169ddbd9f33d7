package io.coffer.worker.task;

import io.coffer.worker.job.Job;
import io.coffer.worker.job.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.EnumMap;
import java.util.Map;

/** The job of each kind of task. */
@ApplicationScoped
class Jobs {

  private final Map<TaskKind, Job> byKind = new EnumMap<>(TaskKind.class);

  Jobs(@Any Instance<Job> all) {
    for (Job job : all) {
      if (byKind.put(job.kind(), job) != null) {
        throw new IllegalStateException("two jobs for " + job.kind());
      }
    }
    if (byKind.size() != TaskKind.values().length) {
      throw new IllegalStateException("only jobs for " + byKind.keySet());
    }
  }

  Job of(TaskKind kind) {
    return byKind.get(kind);
  }
}
