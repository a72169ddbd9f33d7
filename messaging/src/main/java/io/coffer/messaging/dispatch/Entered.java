package io.coffer.messaging.dispatch;

import io.coffer.messaging.decision.Answer;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What entering the inbox found.
 *
 * @param seqs the newest event of each project, whose row is locked from now on
 * @param fresh the messages to decide: nobody settled them before
 * @param again those of them that came before and were not settled then
 * @param known how commands that were handled before were answered
 */
record Entered(Map<String, Long> seqs, Set<UUID> fresh, Set<UUID> again, Map<UUID, Known> known) {

  /** Nothing was entered. */
  static final Entered NOTHING = new Entered(Map.of(), Set.of(), Set.of(), Map.of());

  /** An earlier answer, and which command value it was for. */
  record Known(Answer answer, String sha256) {}
}
