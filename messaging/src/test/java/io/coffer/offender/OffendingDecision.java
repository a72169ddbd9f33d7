package io.coffer.offender;

import io.coffer.messaging.flow.RememberedRow;

/** Writes past the fold. */
public final class OffendingDecision {

  void decide(RememberedRow row) {
    row.name = "another";
  }
}
