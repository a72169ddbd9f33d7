package io.coffer.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One connection of a client: waiting for a request, or serving one. Written by its own event loop,
 * read by others.
 */
public final class Connection extends ChannelInboundHandlerAdapter {

  /** A request line and its headers are here within this time, or nobody waits for them. */
  private static final Duration HEADERS = Duration.ofSeconds(10);

  /** An answer of which nothing is read for so long is not wanted. */
  private static final Duration UNREAD = Duration.ofSeconds(20);

  private static final int MOST_UNREAD_BYTES = 64 * 1024;

  private static final AttributeKey<Connection> KEY = AttributeKey.valueOf("coffer.connection");

  private final Channel channel;
  private final OpenConnections all;
  private volatile long since;
  private volatile boolean serving;
  private volatile boolean servedBefore;
  private volatile boolean known;
  private volatile boolean dropped;
  private volatile boolean leaving;
  private final AtomicInteger unfinished = new AtomicInteger();
  private long unread;
  private long unreadSince;

  Connection(Channel channel, OpenConnections all, long now) {
    this.channel = channel;
    this.all = all;
    since = now;
    channel.attr(KEY).set(this);
  }

  /** The connection that a request came on. */
  public static Connection of(HttpServerRequest request) {
    return ((ConnectionBase) request.connection()).channel().attr(KEY).get();
  }

  /**
   * The headers of a request are here.
   *
   * @return false where the client has not read what it was answered before, and the connection is
   *     dropped: each answer would wait in memory for it
   */
  public boolean begins() {
    taken();
    if (unreadBytes() > MOST_UNREAD_BYTES) {
      drop();
      return false;
    }
    return true;
  }

  /** Nothing of a request is waiting any more. */
  void taken() {
    serving = true;
    all.finished(unfinished.getAndSet(0));
  }

  /** Its client has shown who it is: it keeps its place while strangers want more than there is. */
  public void isOfSomebodyKnown() {
    known = true;
  }

  /** A request was answered. */
  public void ends() {
    since = System.nanoTime();
    servedBefore = true;
    serving = false;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (dropped) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (!serving && !leaving && message instanceof ByteBuf bytes) {
      if (!isUnfinished() && servedBefore) {
        since = System.nanoTime();
      }
      unfinished.addAndGet(bytes.readableBytes());
      all.unfinished(bytes.readableBytes());
    }
    context.fireChannelRead(message);
  }

  boolean isNot(Connection other) {
    return this != other;
  }

  boolean isKnown() {
    return known;
  }

  boolean isWaiting() {
    return !serving;
  }

  boolean isUnfinished() {
    return unfinished.get() > 0;
  }

  /** When it began to wait, or the request that is not finished yet began to come. */
  long since() {
    return since;
  }

  long unreadBytes() {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }

  /**
   * Whether its client has had its time. Called by one thread, again and again.
   *
   * @param bytes that it has not read
   */
  boolean isLate(long now, long bytes) {
    if (bytes != unread || bytes == 0) {
      unread = bytes;
      unreadSince = now;
    }
    boolean asksTooSlowly =
        !serving && (isUnfinished() || !servedBefore) && now - since > HEADERS.toNanos();
    return asksTooSlowly || now - unreadSince > UNREAD.toNanos();
  }

  /** It is closed after this answer, and what still comes is thrown away. */
  public void leaves() {
    leaving = true;
  }

  /**
   * Ends the connection, from any thread. What it holds no longer counts: its own thread frees it
   * in a moment, and nobody else need go for it.
   */
  public void drop() {
    if (!dropped) {
      dropped = true;
      channel.close();
      all.finished(unfinished.getAndSet(0));
    }
  }

  boolean isDropped() {
    return dropped;
  }
}
