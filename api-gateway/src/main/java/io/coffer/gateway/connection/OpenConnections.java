package io.coffer.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * The connections of one server, bounded in number and in the bytes that wait in them, whoever is
 * at the other end. When there are too many, the one that has waited longest without a request
 * gives way: a client that means well is never that one.
 */
final class OpenConnections extends ChannelInboundHandlerAdapter {

  static final int MOST = 1_024;
  static final long MOST_UNFINISHED_BYTES = 4L << 20;
  static final long MOST_UNREAD_BYTES = 12L << 20;

  /** While more than so many are being closed, nobody new is let in. */
  private static final int MOST_DROPPING = 64;

  private static final long LOOK_EVERY_MILLIS = 100;
  private static final Logger LOG = Logger.getLogger(OpenConnections.class);

  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong unfinishedBytes = new AtomicLong();
  private int dropped;

  @Override
  public void channelActive(ChannelHandlerContext server) {
    server
        .executor()
        .scheduleAtFixedRate(
            this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    server.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext server, Object accepted) {
    Channel channel = (Channel) accepted;
    Connection connection = new Connection(channel, this, System.nanoTime());
    open.add(connection);
    channel.closeFuture().addListener(closed -> left(connection, server.channel()));
    channel.pipeline().addFirst(connection);
    if (open.size() - dropping() > MOST) {
      longestWaiting(connection::isNot).orElse(connection).drop();
    }
    if (open.size() > MOST + MOST_DROPPING) {
      server.channel().config().setAutoRead(false);
    }
    server.fireChannelRead(accepted);
  }

  /** So many bytes came on a connection that has not finished its request yet. */
  void unfinished(int bytes) {
    if (unfinishedBytes.addAndGet(bytes) > MOST_UNFINISHED_BYTES) {
      longestWaiting(Connection::isUnfinished).ifPresent(Connection::drop);
    }
  }

  /** So many bytes are waiting no longer. */
  void finished(int bytes) {
    unfinishedBytes.addAndGet(-bytes);
  }

  private long dropping() {
    return open.size() <= MOST ? 0 : open.stream().filter(Connection::isDropped).count();
  }

  private void left(Connection connection, Channel server) {
    open.remove(connection);
    if (open.size() <= MOST && !server.config().isAutoRead()) {
      server.config().setAutoRead(true);
    }
    connection.taken();
  }

  private Optional<Connection> longestWaiting(Predicate<Connection> candidate) {
    return open.stream()
        .filter(candidate)
        .filter(Connection::isWaiting)
        .filter(waiting -> !waiting.isDropped())
        .min(Comparator.comparing(Connection::isKnown).thenComparingLong(Connection::since));
  }

  /** Drops who takes too long to ask, and who does not read what was answered. */
  private void look() {
    long now = System.nanoTime();
    int before = dropped;
    List<UnreadAnswers> unread = new ArrayList<>();
    for (Connection connection : open) {
      if (connection.isDropped()) {
        continue;
      }
      long bytes = connection.unreadBytes();
      if (connection.isLate(now, bytes)) {
        drop(connection);
      } else if (bytes > 0) {
        unread.add(new UnreadAnswers(connection, bytes));
      }
    }
    UnreadAnswers.beyond(MOST_UNREAD_BYTES, unread).forEach(reader -> drop(reader.connection()));
    if (dropped > before) {
      LOG.debugf("dropped connections=%d open=%d", dropped - before, open.size());
    }
  }

  private void drop(Connection connection) {
    connection.drop();
    dropped++;
  }
}
