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
  private byte[] bytes = {};
  private int length;
  private boolean ended;

  private BodyCollector(RoutingContext http, int declared) {
    this.http = http;
    this.declared = declared;
    share = ROOM.share(begin, Connection.of(http.request())::drop);
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
          body.ended = true;
          request.handler(null); // lets go of the buffer
          whole.accept(body.whole());
        });
    body.watch();
  }

  private void add(Buffer chunk) {
    int needed = length + chunk.length();
    if (needed > MOST_BYTES) {
      refuse(tooLarge());
    } else if (!hasRoomFor(needed)) {
      refuse(ApiException.throttled());
    } else {
      chunk.getBytes(bytes, length);
      length = needed;
    }
  }

  /** Grows by doubling, but not beyond what was declared: then there is no copy at the end. */
  private boolean hasRoomFor(int needed) {
    if (needed <= bytes.length) {
      return true;
    }
    int doubled = Math.max(needed, Math.min(2 * bytes.length, MOST_BYTES));
    int capacity = declared >= needed ? Math.min(doubled, declared) : doubled;
    if (!share.take(capacity, System.nanoTime())) {
      return false;
    }
    bytes = Arrays.copyOf(bytes, capacity);
    return true;
  }

  private byte[] whole() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  private void watch() {
    long millis = UNHURRIED.toMillis() + 1_000L * length / PACE_BYTES_A_SECOND;
    long left = millis - (System.nanoTime() - begin) / 1_000_000;
    if (left <= 0) {
      refuse(ApiException.of(408, CbrError.BAD_REQUEST.code(), "The body came too slowly."));
    } else {
      http.vertx().setTimer(left, timer -> stillComing());
    }
  }

  private void stillComing() {
    if (!ended) {
      watch();
    }
  }

  private void refuse(ApiException refusal) {
    ended = true;
    end();
    bytes = new byte[0];
    PlainRefusal.sendAndClose(http, refusal);
  }

  private void end() {
    ended = true;
    share.giveBack();
  }

  static ApiException tooLarge() {
    return ApiException.of(CbrError.PAYLOAD_TOO_LARGE, "Request entity too large.");
  }
}
