package io.coffer.gateway.request;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How many bytes of bodies may be held at once, whoever sends them: bodies are collected before
 * anybody is asked for credentials. What bodies usually have is counted apart, so that large ones
 * cannot take the room of such; and where that room is full, the body that has been coming for
 * longest gives way, so that many slow ones cannot either. Used by all event loops.
 */
final class BodyRoom {

  /** Nobody who has been sending for less than this gives way. */
  static final Duration ENOUGH = Duration.ofSeconds(1);

  private final int usual;
  private final long mostUsual;
  private final long mostBeyond;
  private final Set<Share> coming = new LinkedHashSet<>();
  private long heldUsual;
  private long heldBeyond;

  /**
   * Room for bodies.
   *
   * @param usual bytes that a body usually has at most
   * @param mostUsual for the first bytes of all bodies, up to the usual number of each
   * @param mostBeyond for what goes beyond
   */
  BodyRoom(int usual, long mostUsual, long mostBeyond) {
    this.usual = usual;
    this.mostUsual = mostUsual;
    this.mostBeyond = mostBeyond;
  }

  /**
   * What one request will take of it.
   *
   * @param giveWay ends the request; called at most once, on any thread
   */
  synchronized Share share(long nowNanos, Runnable giveWay) {
    Share share = new Share(nowNanos, giveWay);
    coming.add(share);
    return share;
  }

  private boolean makeRoom(long bytes, Share taker, long nowNanos) {
    while (heldUsual + bytes > mostUsual) {
      Share oldest =
          coming.stream().filter(share -> share.usualTaken > 0).findFirst().orElse(taker);
      if (oldest == taker || nowNanos - oldest.since < ENOUGH.toNanos()) {
        return false;
      }
      oldest.giveBack();
      oldest.giveWay.run();
    }
    return true;
  }

  /** The part of the room that one request has. */
  final class Share {

    private final long since;
    private final Runnable giveWay;
    private long usualTaken;
    private long beyondTaken;
    private boolean returned;

    private Share(long since, Runnable giveWay) {
      this.since = since;
      this.giveWay = giveWay;
    }

    /** Takes room for so many bytes in all; false when there is none, and then nothing changes. */
    boolean take(long bytes, long nowNanos) {
      synchronized (BodyRoom.this) {
        long usualMore = Math.min(bytes, usual) - usualTaken;
        long beyondMore = Math.max(bytes - usual, 0) - beyondTaken;
        if (!coming.contains(this)
            || heldBeyond + beyondMore > mostBeyond
            || !makeRoom(usualMore, this, nowNanos)) {
          return false;
        }
        heldUsual += usualMore;
        heldBeyond += beyondMore;
        usualTaken += usualMore;
        beyondTaken += beyondMore;
        return true;
      }
    }

    /**
     * The whole body is here: it gives way to nobody from now on, however long its answer takes.
     * False when it gave way before.
     */
    boolean complete() {
      synchronized (BodyRoom.this) {
        return coming.remove(this);
      }
    }

    /** Gives back all that was taken; nothing is taken afterwards. */
    void giveBack() {
      synchronized (BodyRoom.this) {
        coming.remove(this);
        if (!returned) {
          returned = true;
          heldUsual -= usualTaken;
          heldBeyond -= beyondTaken;
        }
      }
    }
  }
}
