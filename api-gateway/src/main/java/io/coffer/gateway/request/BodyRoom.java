package io.coffer.gateway.request;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies may be held at once, whoever sends them: bodies are collected before
 * anybody is asked for credentials. Used by all event loops.
 */
final class BodyRoom {

  private final long most;
  private final AtomicLong held = new AtomicLong();

  BodyRoom(long most) {
    this.most = most;
  }

  /** What one request will take of it. */
  Share share() {
    return new Share();
  }

  /** The part of the room that one request has. Used by one event loop. */
  final class Share {

    private long taken;

    /** Takes room for so many bytes more; false when there is none, and then nothing is taken. */
    boolean take(int bytes) {
      if (held.addAndGet(bytes) > most) {
        held.addAndGet(-bytes);
        return false;
      }
      taken += bytes;
      return true;
    }

    /** Gives back all that was taken. */
    void giveBack() {
      held.addAndGet(-taken);
      taken = 0;
    }
  }
}
