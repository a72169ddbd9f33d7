package io.coffer.worker.inventory;

import io.coffer.worker.protectable.TaggedResources.Found;
import java.time.Instant;

/**
 * What this worker said of a project last.
 *
 * @param told how often something had been said of the project when the look began
 * @param until when that is taken for known without a question
 */
record Said(Found found, long told, Instant until) {

  boolean isKnown(Instant now) {
    return now.isBefore(until);
  }

  /**
   * Whether there is nothing to say of a later look: the same was found, and nothing was said since
   * that might contradict it.
   */
  boolean covers(Found later, long toldNow) {
    return told == toldNow && found.equals(later);
  }
}
