package io.coffer.worker.jobs;

import io.coffer.worker.testing.WorkerStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that takes connections and says nothing, as one does that recovers or is frozen. */
class SilentDatabaseIT {

  private final CountDownLatch over = new CountDownLatch(1);
  private WorkerStack stack;
  private ServerSocket door;

  @BeforeEach
  void open() throws IOException {
    stack = new WorkerStack();
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    over.countDown();
    door.close();
    stack.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 11})
  void aWorkerWaitsForItWhileItStarts(int seconds) throws Exception {
    URI real;
    try (var connection = stack.database()) {
      real = URI.create(connection.getMetaData().getURL().substring("jdbc:".length()));
    }
    start(() -> acceptAll(real.getPort(), seconds));
    String url = "postgresql://127.0.0.1:" + door.getLocalPort() + real.getPath();
    stack.worker("backup-worker-1", "QUARKUS_DATASOURCE_REACTIVE_URL", url).ready();
  }

  /** The first caller starts the silence, which is over for all at once. */
  private void acceptAll(int port, int seconds) throws IOException {
    while (true) {
      Socket caller = door.accept();
      start(
          () -> {
            over.await(seconds, TimeUnit.SECONDS);
            over.countDown();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            start(() -> server.getInputStream().transferTo(caller.getOutputStream()));
            caller.getInputStream().transferTo(server.getOutputStream());
          });
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                if (!(closed instanceof java.net.SocketException)) {
                  throw new UncheckedIOException(closed);
                }
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
