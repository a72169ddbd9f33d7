package io.coffer.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What claiming is going to find, as far as this process can know: projects stand where its own
 * last unit left them, and messages are new. Where it knows nothing, or is wrong, another process
 * may have written to the project, or this one without learning that its commit succeeded.
 */
@ApplicationScoped
class ProjectPositions {

  private static final int MOST_PROJECTS = 10_000;

  /** The newest event of each project after the last unit that this process saw committed. */
  private final Map<String, Long> left =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
              return size() > MOST_PROJECTS;
            }
          });

  /** What the claiming statement will answer; empty if that cannot be known. */
  Optional<Entered> expected(List<InboxRow> wanted) {
    Map<String, Long> seqs = new HashMap<>();
    for (InboxRow row : wanted) {
      Long seq = left.get(row.project());
      if (seq == null) {
        return Optional.empty();
      }
      seqs.put(row.project(), seq);
    }
    Set<UUID> fresh = wanted.stream().map(InboxRow::id).collect(Collectors.toSet());
    return Optional.of(new Entered(seqs, fresh, Set.of(), Map.of()));
  }

  /** Whether a project stands where this process left it. */
  boolean isWhereLeft(String project, long seq) {
    return Long.valueOf(seq).equals(left.get(project));
  }

  /** A unit was committed: the projects stand there now. */
  void leave(Map<String, Long> seqs) {
    left.putAll(seqs);
  }

  /** A unit failed, or its commit may have been done unseen. */
  void forget(Collection<String> projects) {
    projects.forEach(left::remove);
  }
}
