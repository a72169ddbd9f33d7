package io.coffer.gateway.request;

import io.coffer.contracts.CbrError;
import io.coffer.gateway.connection.Connection;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.error.PlainRefusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Collects the body of one request within all bounds: of its own length, of what all bodies hold
 * together, and of the time that it may take.
 */
final class BodyCollector {

  static final int MOST_BYTES = 12 * 1024 * 1024;

  private static final byte[] NOTHING = {};

  /** What bodies usually have. */
  private static final int USUAL_BYTES = 64 * 1024;

  /** A body that takes longer than this must come at a pace. */
  private static final Duration UNHURRIED = Duration.ofSeconds(10);

  private static final int PACE_BYTES_A_SECOND = 128 * 1024;
  private static final BodyRoom ROOM = new BodyRoom(USUAL_BYTES, 4L << 20, 16L << 20);

  private final RoutingContext http;
  private final BodyRoom.Share share;
  private final long begin = System.nanoTime();
  private final int declared;
  private volatile byte[] bytes = new byte[0];
  private int length;
  private long timer;

  private BodyCollector(RoutingContext http, int declared) {
    this.http = http;
    this.declared = declared;
    share = ROOM.share(begin, this::giveWay);
  }

  /**
   * Collects a body whose declared length is no more than {@link #MOST_BYTES}; 0 for none declared.
   */
  static void collect(RoutingContext http, int declared, Consumer<byte[]> whole) {
    BodyCollector body = new BodyCollector(http, declared);
    HttpServerRequest request = http.request();
    http.addEndHandler(over -> body.end());
    request.handler(body::add);
    request.endHandler(
        all -> {
          body.stop();
          request.handler(null); // lets go of the buffer
          if (body.share.complete()) { // else it gave way at the last moment
            whole.accept(body.whole(body.bytes));
          }
        });
    body.watch();
  }

  private void add(Buffer chunk) {
    int needed = length + chunk.length();
    if (needed > MOST_BYTES) {
      refuse(tooLarge());
      return;
    }
    byte[] room = roomFor(needed);
    if (room == NOTHING) {
      refuse(ApiException.throttled());
    } else {
      chunk.getBytes(room, length);
      length = needed;
    }
  }

  /**
   * Grows by doubling, but not beyond what was declared: then there is no copy at the end. {@link
   * #NOTHING} where there is no room.
   */
  private byte[] roomFor(int needed) {
    byte[] room = bytes;
    if (needed <= room.length) {
      return room;
    }
    int doubled = Math.max(needed, Math.min(2 * room.length, MOST_BYTES));
    int capacity = declared >= needed ? Math.min(doubled, declared) : doubled;
    if (!share.take(capacity, System.nanoTime())) {
      return NOTHING;
    }
    byte[] larger = Arrays.copyOf(room, capacity);
    bytes = larger;
    return larger;
  }

  /** On another thread: what is held is free at once, the connection when its own gets to it. */
  private void giveWay() {
    bytes = NOTHING;
    Connection.of(http.request()).drop();
  }

  private byte[] whole(byte[] held) {
    return length == held.length ? held : Arrays.copyOf(held, length);
  }

  private void watch() {
    long millis = UNHURRIED.toMillis() + 1_000L * length / PACE_BYTES_A_SECOND;
    long left = millis - (System.nanoTime() - begin) / 1_000_000;
    if (left <= 0) {
      refuse(ApiException.of(408, CbrError.BAD_REQUEST.code(), "The body came too slowly."));
    } else {
      timer = http.vertx().setTimer(left, late -> watch());
    }
  }

  /** A timer that goes on would hold all of a request that is long over. */
  private void stop() {
    http.vertx().cancelTimer(timer);
  }

  private void refuse(ApiException refusal) {
    end();
    bytes = NOTHING;
    PlainRefusal.sendAndClose(http, refusal);
  }

  private void end() {
    stop();
    share.giveBack();
  }

  static ApiException tooLarge() {
    return ApiException.of(CbrError.PAYLOAD_TOO_LARGE, "Request entity too large.");
  }
}
