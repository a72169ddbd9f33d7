package io.coffer.billing.arrears;

import java.time.Instant;
import java.util.List;

/**
 * What decisions know of a domain that owes for what it used.
 *
 * @param projects that used it
 * @param closedSince when what is paid by use was closed; null while it is open
 * @param until when it is closed, or deleted
 * @param dueAt when something is to be done about it
 */
public record Arrears(List<String> projects, Instant closedSince, Instant until, Instant dueAt) {

  /** Whether what is paid by use was closed. */
  boolean isClosed() {
    return closedSince != null;
  }
}
