package io.coffer.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where this process left projects. One that is found elsewhere is in doubt: another process may
 * have written to it, or this one without learning that its commit succeeded.
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

  /** Those of the projects that do not stand where this process left them. */
  Set<String> inDoubt(Map<String, Long> seqs) {
    return seqs.entrySet().stream()
        .filter(project -> !project.getValue().equals(left.get(project.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
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
