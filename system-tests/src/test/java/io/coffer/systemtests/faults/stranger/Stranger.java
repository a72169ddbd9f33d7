package io.coffer.systemtests.faults.stranger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Somebody without credentials who holds one connection after the other, each in a bad way. */
final class Stranger implements Runnable {

  /** What is sent at first, and then again and again while the connection lasts. */
  private enum Manner {
    SILENT("", ""),
    HALF_A_LINE("GET /v3 HT", ""),
    ENDLESS_HEADERS("GET /v3 HTTP/1.1\r\nHost: x\r\n", "X-More: and more\r\n"),
    LONG_HEADER("GET /v3 HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(60_000), "a"),
    UNFINISHED_BODY(post(64 << 10) + "a".repeat(60_000), ""),
    TRICKLED_BODY(post(8 << 20) + "a".repeat(60_000), "a"),
    LARGE_BODY(post(8 << 20), "a".repeat(200_000)),
    CHUNKS(
        "POST /v3/auth/tokens HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
        "1\r\na\r\n"),
    UNREAD_ANSWERS("GET /openapi HTTP/1.1\r\nHost: x\r\n\r\n".repeat(50), ""),
    NO_HTTP("\u0016\u0003\u0001\u0002\r\n\r\n \r\n", "?\r\n\r\n");

    private final String first;
    private final String again;

    Manner(String first, String again) {
      this.first = first;
      this.again = again;
    }
  }

  private static final int LONGEST_STAY_MILLIS = 15_000;
  private static final long PAUSE_NANOS = 300_000_000;

  private final int port;
  private final Random random;
  private final BooleanSupplier over;

  Stranger(int port, long seed, BooleanSupplier over) {
    this.port = port;
    this.random = new Random(seed);
    this.over = over;
  }

  @Override
  public void run() {
    Manner[] manners = Manner.values();
    while (!over.getAsBoolean()) {
      visit(manners[random.nextInt(manners.length)], random.nextInt(LONGEST_STAY_MILLIS));
    }
  }

  private void visit(Manner manner, int stayMillis) {
    long until = System.nanoTime() + stayMillis * 1_000_000L;
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setReceiveBufferSize(4_096);
      socket.getOutputStream().write(manner.first.getBytes(US_ASCII));
      while (!over.getAsBoolean() && System.nanoTime() < until) {
        LockSupport.parkNanos(PAUSE_NANOS);
        socket.getOutputStream().write(manner.again.getBytes(US_ASCII));
      }
    } catch (IOException e) {
      LockSupport.parkNanos(PAUSE_NANOS); // shown the door, as it should be
    }
  }

  private static String post(int length) {
    return "POST /v3/auth/tokens HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n"
        .formatted(length);
  }
}
