package io.coffer.messaging.replay;

import org.jboss.logging.Logger;

/** How much of its topics a rebuild has folded, and what of them it could not. */
final class Tally {

  private static final Logger LOG = Logger.getLogger(Tally.class);

  private long replayed;
  private long passedOver;

  void replayed(int events) {
    replayed += events;
  }

  void passOver(String what, String why) {
    passedOver++;
    LOG.warnf("passed over record=%s: %s", what, why);
  }

  @Override
  public String toString() {
    return "replayed " + replayed + " records, passed over " + passedOver;
  }
}
