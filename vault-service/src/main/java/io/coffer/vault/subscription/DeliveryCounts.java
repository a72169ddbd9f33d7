package io.coffer.vault.subscription;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** How many notices wait for each subscription of a project, and how many were given up. */
record DeliveryCounts(List<Line> lines) {

  /** Those of one subscription that wait, or were given up. */
  record Line(UUID subscriptionId, boolean givenUp, long count) {}

  long of(UUID subscriptionId, boolean givenUp) {
    return lines.stream()
        .filter(line -> Objects.equals(line.subscriptionId(), subscriptionId))
        .filter(line -> line.givenUp() == givenUp)
        .mapToLong(Line::count)
        .sum();
  }
}
