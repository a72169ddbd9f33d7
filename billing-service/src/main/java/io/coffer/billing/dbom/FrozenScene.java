package io.coffer.billing.dbom;

import java.time.Instant;

/**
 * One reason why an instance is closed.
 *
 * @param releasable whether the instance may be given up when the reason lasts
 * @param since when it was first told
 */
record FrozenScene(String name, boolean releasable, Instant since) {}
