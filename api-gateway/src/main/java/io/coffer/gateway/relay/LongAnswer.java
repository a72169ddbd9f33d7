package io.coffer.gateway.relay;

import io.coffer.gateway.error.RequestId;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * An answer that its owner writes piece by piece, without saying how long it will be. It goes on as
 * fast as its client reads it, so that hardly any of it is ever here. Half of it is no answer:
 * where the rest does not come, or is not taken, both connections are closed.
 */
final class LongAnswer {

  private static final Logger LOG = Logger.getLogger(LongAnswer.class);

  /** What an owner that is waited for takes to go on. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** What a client takes to read all of it. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final long LOOK_EVERY_MILLIS = 1_000;

  private final HttpClientResponse from;
  private final Vertx vertx;
  private final Runnable over;
  private final long begun = System.nanoTime();
  private final long timer;
  private HttpServerResponse to;
  private String request = "";
  private Runnable told = () -> {};
  private long heard = begun;
  private boolean waitsForClient = true;
  private boolean ended;

  /**
   * @param over called once, when nothing of it is here any more
   */
  LongAnswer(HttpClientResponse from, Vertx vertx, Runnable over) {
    this.from = from.pause().exceptionHandler(this::broken);
    this.vertx = vertx;
    this.over = over;
    timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, look -> look());
  }

  /** Whether an owner answers in this way. */
  static boolean is(HttpClientResponse response) {
    return response.statusCode() == 200 && response.getHeader(HttpHeaders.CONTENT_LENGTH) == null;
  }

  /**
   * Passes it on.
   *
   * @param told called when it has ended, in one way or the other
   */
  void to(RoutingContext client, Runnable told) {
    this.to = client.response();
    this.request = RequestId.of(client);
    this.told = told;
    client.addEndHandler(over -> end(false));
    if (ended) { // its owner hung up before there was anybody to tell
      to.reset();
      told.run();
      return;
    }
    if (to.closed()) {
      end(false);
      return;
    }
    to.setChunked(true);
    to.drainHandler(read -> goOn());
    from.handler(this::piece);
    from.endHandler(all -> end(true));
    goOn();
  }

  private void goOn() {
    waitsForClient = false;
    heard = System.nanoTime();
    from.resume();
  }

  private void piece(Buffer piece) {
    heard = System.nanoTime();
    to.write(piece);
    if (to.writeQueueFull()) {
      waitsForClient = true;
      from.pause();
    }
  }

  private void broken(Throwable failure) {
    giveUp("its owner did not end it: " + failure.getMessage());
  }

  private void look() {
    long now = System.nanoTime();
    if (!waitsForClient && now - heard > SILENCE.toNanos()) {
      giveUp("its owner is silent");
    } else if (now - begun > LONGEST.toNanos()) {
      giveUp("its client takes too long");
    }
  }

  private void giveUp(String why) {
    if (!ended) {
      LOG.warnf("the rest of an answer is not passed on request=%s: %s", request, why);
      end(false);
    }
  }

  private void end(boolean whole) {
    if (ended) {
      return;
    }
    ended = true;
    vertx.cancelTimer(timer);
    if (!whole) {
      from.request().reset();
    }
    if (to != null && !to.closed()) {
      if (whole) {
        to.end();
      } else {
        to.reset();
      }
    }
    told.run();
    over.run();
  }
}
