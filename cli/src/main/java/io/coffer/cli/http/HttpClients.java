package io.coffer.cli.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The HTTP clients of a command. While a thread of one waits in the system, Java takes 0.3 s to
 * end, so they are closed before.
 */
public final class HttpClients {

  /** Closeable from Java 21 on. */
  private static final Queue<AutoCloseable> OPEN = new ConcurrentLinkedQueue<>();

  private HttpClients() {}

  /** A client that is closed when the command ends. */
  public static HttpClient open(Duration connectTimeout) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .build();
    if (client instanceof AutoCloseable closeable) {
      OPEN.add(closeable);
    }
    return client;
  }

  /** Closes all, whatever they have under way. */
  public static void closeAll() {
    for (AutoCloseable client : OPEN) {
      Thread.currentThread().interrupt(); // then it does not wait for answers
      try {
        client.close();
      } catch (Exception e) {
        throw new IllegalStateException("an HTTP client cannot be closed", e);
      } finally {
        Thread.interrupted();
      }
    }
  }
}
