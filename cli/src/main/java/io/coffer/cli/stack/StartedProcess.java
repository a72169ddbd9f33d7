package io.coffer.cli.stack;

import io.coffer.local.LogEnd;

/**
 * A process that is to become ready.
 *
 * @param log what it added since it was started, or since somebody waits for it
 */
record StartedProcess(StackProcess process, LogEnd log) {

  String name() {
    return process.name();
  }

  boolean isAlive() {
    return process.process().isAlive();
  }
}
