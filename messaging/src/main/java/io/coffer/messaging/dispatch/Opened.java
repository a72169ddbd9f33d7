package io.coffer.messaging.dispatch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the claiming statement answers.
 *
 * @param seqs the newest event of each project that has a row, which is locked from now on
 * @param fresh the messages that are claimed now: nobody settled them before
 */
record Opened(Map<String, Long> seqs, Set<UUID> fresh) {

  /** All there is to know if every project has a row and every message is new. */
  Claimed claimed() {
    return new Claimed(new HashMap<>(seqs), new HashSet<>(fresh), Map.of());
  }
}
