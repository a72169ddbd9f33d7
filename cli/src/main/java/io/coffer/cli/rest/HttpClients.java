package io.coffer.cli.rest;

import java.net.http.HttpClient;
import java.time.Duration;

/** Makes HTTP clients that do not keep a command from ending. */
public final class HttpClients {

  private HttpClients() {}

  /** A client that is closed when the command ends, whatever it has under way. */
  public static HttpClient open(Duration connectTimeout) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .build();
    if (client instanceof AutoCloseable closeable) { // from Java 21 on
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(closeable), "close-http"));
    }
    return client;
  }

  /** While one of its threads waits in the system, Java takes 0.3 s to end. */
  private static void close(AutoCloseable client) {
    Thread.currentThread().interrupt(); // then it does not wait for answers
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
