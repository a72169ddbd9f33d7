package io.coffer.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {

  private static final int MANY = 64 << 10;
  private static final int MORE_THAN_WAIT =
      (int) (OpenConnections.MOST_UNFINISHED_BYTES / MANY) + 1;

  private final EmbeddedChannel server = new EmbeddedChannel(new OpenConnections());
  private final EmbeddedChannel known = connected();

  @BeforeEach
  void showsWhoItIs() {
    connection(known).isOfSomebodyKnown();
    sends(known, 100);
    answered(known);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void countsNothingThatIsThrownAwayAfterARefusal() {
    EmbeddedChannel refused = connected();
    connection(refused).begins();
    connection(refused).leaves();
    connection(refused).ends();
    for (int i = 0; i < 2 * MORE_THAN_WAIT; i++) {
      sends(refused, MANY);
    }
    sends(known, 100);
    assertThat(known.isOpen()).isTrue();
    assertThat(refused.isOpen()).isTrue();
  }

  @Test
  void dropsStrangersBeforeOneWhoIsKnown() {
    EmbeddedChannel first = connected();
    sends(known, 100);
    for (int i = 0; i < MORE_THAN_WAIT; i++) {
      sends(i == 0 ? first : connected(), MANY);
    }
    assertThat(first.isOpen()).isFalse();
    assertThat(known.isOpen()).isTrue();
  }

  private EmbeddedChannel connected() {
    EmbeddedChannel channel = new EmbeddedChannel();
    server.writeInbound(channel);
    return channel;
  }

  private static Connection connection(EmbeddedChannel channel) {
    return channel.pipeline().get(Connection.class);
  }

  private static void answered(EmbeddedChannel channel) {
    connection(channel).begins();
    connection(channel).ends();
  }

  private static void sends(EmbeddedChannel channel, int bytes) {
    channel.writeInbound(Unpooled.wrappedBuffer(new byte[bytes]));
  }
}
