package io.coffer.gateway.submit;

import io.coffer.contracts.Topic;
import io.coffer.gateway.relay.OwnerAnswer;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A client that waits for the outcome of a command. Told once, on the event loop that it came in
 * on.
 */
final class Waiter {

  private final Topic topic;
  private final UUID command;
  private final String sha256;
  private final long since;
  private final Context context = Vertx.currentContext();
  private final AtomicBoolean told = new AtomicBoolean();
  private UniEmitter<? super OwnerAnswer> emitter;
  private volatile boolean askedOnce;

  Waiter(Topic topic, UUID command, String sha256, long nowNanos) {
    this.topic = topic;
    this.command = command;
    this.sha256 = sha256;
    this.since = nowNanos;
  }

  /** Where the command went, which tells its owner. */
  Topic topic() {
    return topic;
  }

  UUID command() {
    return command;
  }

  /** The hash of the request; null where nobody will compare it. */
  String sha256() {
    return sha256;
  }

  long waitedMillis(long nowNanos) {
    return (nowNanos - since) / 1_000_000;
  }

  void emitter(UniEmitter<? super OwnerAnswer> waiting) {
    emitter = waiting;
  }

  /** Whether nobody asked the owner for this waiter yet; true once. */
  boolean asksNow() {
    boolean first = !askedOnce;
    askedOnce = true;
    return first;
  }

  void tell(OwnerAnswer answer) {
    if (told.compareAndSet(false, true)) {
      run(() -> emitter.complete(answer));
    }
  }

  void fail(Throwable failure) {
    if (told.compareAndSet(false, true)) {
      run(() -> emitter.fail(failure));
    }
  }

  private void run(Runnable telling) {
    if (context == null) {
      telling.run();
    } else {
      context.runOnContext(ignored -> telling.run());
    }
  }
}
