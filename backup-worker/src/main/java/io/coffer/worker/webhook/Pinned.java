package io.coffer.worker.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts to one address under the name of a host: no name is looked up, no redirect is followed, and
 * of the answer nothing is read but its head.
 */
final class Pinned implements AutoCloseable {

  private static final int HEAD_BYTES = 16_384;

  private final HttpClient client;
  private final Duration connect;
  private final Duration answer;

  Pinned(Vertx vertx, HttpClientOptions tls, Duration connect, Duration answer) {
    this.connect = connect;
    this.answer = answer;
    client =
        vertx.createHttpClient(
            new HttpClientOptions(tls)
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setForceSni(true)
                .setMaxPoolSize(64)
                .setMaxHeaderSize(HEAD_BYTES)
                .setConnectTimeout((int) connect.toMillis())
                .setSslHandshakeTimeout(connect.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS));
  }

  /** The status that the receiver answers. */
  int post(WebhookUrl url, InetAddress address, Map<String, String> headers, byte[] body)
      throws IOException, TimeoutException {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port())))
            .setHost(url.host())
            .setPort(url.port())
            .setSsl(url.isSecure())
            .setURI(url.path())
            .setFollowRedirects(false);
    HttpClientRequest request = await(client.request(options), connect.multipliedBy(2));
    try {
      request.putHeader("Host", url.authority());
      headers.forEach(request::putHeader);
      return await(request.send(Buffer.buffer(body)), answer).statusCode();
    } finally {
      request.connection().close();
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private static <T> T await(Future<T> future, Duration most) throws IOException, TimeoutException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
