package io.coffer.policy.fire;

import java.time.Instant;

/** One fire, and whether it runs or is skipped. */
public record FireDecision(Instant fire, boolean runs) {}
