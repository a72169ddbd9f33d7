package io.coffer.systemtests.faults.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.api.Unanswered;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the tasks of a vault five times a second and remembers what it saw. */
public final class TaskWatch implements AutoCloseable {

  /** A task as it was at one moment. */
  public record Sight(String status, int progress) {}

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, List<Sight>> seen = new ConcurrentHashMap<>();
  private final List<Reply> refusals = new CopyOnWriteArrayList<>();
  private final Project project;
  private final String vault;

  private TaskWatch(Project project, String vault) {
    this.project = project;
    this.vault = vault;
  }

  /** Starts to look; sees nothing of an empty vault id. */
  public static TaskWatch of(Project project, String vault) {
    TaskWatch watch = new TaskWatch(project, vault);
    if (!vault.isEmpty()) {
      watch.clock.scheduleWithFixedDelay(watch::look, 0, 200, TimeUnit.MILLISECONDS);
    }
    return watch;
  }

  /** Everything that was seen of each task, in the order of time. */
  public Map<String, List<Sight>> seen() {
    return seen;
  }

  /** What was answered instead of tasks. */
  public List<Reply> refusals() {
    return refusals;
  }

  /** The progress of the task that is under way; 0 when there is none. */
  public int progress() {
    return seen.values().stream()
        .map(sights -> sights.get(sights.size() - 1))
        .filter(sight -> sight.status().equals("running"))
        .mapToInt(Sight::progress)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void look() {
    try {
      Reply reply = project.get("/operation-logs?vault_id=" + vault);
      if (reply.status() == 200) {
        reply.json().path("operation_logs").forEach(this::note);
      } else {
        refusals.add(reply);
      }
    } catch (Unanswered notToday) {
      // as long as the fault lasts
    }
  }

  private void note(JsonNode task) {
    seen.computeIfAbsent(task.path("id").asText(), id -> new CopyOnWriteArrayList<>())
        .add(
            new Sight(
                task.path("status").asText(), task.at("/extra_info/common/progress").asInt()));
  }
}
