package io.coffer.gateway.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Puts {@link OpenConnections} in front of every server of this process. Found by its name in
 * {@code META-INF/services}: below the HTTP server nothing else sees a connection that never
 * finishes its first request.
 */
public final class GuardedTransport extends JDKTransport implements VertxServiceProvider {

  @Override
  public void init(VertxBuilder vertx) {
    vertx.findTransport(this);
  }

  @Override
  public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap server) {
    super.configure(options, domainSocket, server);
    server.handler(new OpenConnections());
  }
}
