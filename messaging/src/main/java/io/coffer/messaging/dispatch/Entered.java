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
 * @param known how commands that were handled before were answered
 */
record Entered(Map<String, Long> seqs, Set<UUID> fresh, Map<UUID, Known> known) {

  /** An earlier answer, and which command value it was for. */
  record Known(Answer answer, String sha256) {}
}
