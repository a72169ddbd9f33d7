package io.coffer.gateway.stack;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An owner that answers with a list whose length it does not tell. */
public enum LongPlay {
  /** Writes all of it. */
  long_whole,
  /** Hangs up in the middle. */
  long_half,
  /** Falls silent in the middle. */
  long_silent;

  public static final int PIECES = 1_000;
  public static final int PIECE_BYTES = 40_000;

  /** How many lists were written to their end. */
  public static final AtomicInteger WRITTEN = new AtomicInteger();

  void write(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.write('[');
    for (int piece = 0; piece < PIECES; piece++) {
      if (piece == PIECES / 2 && this != long_whole) {
        out.flush();
        stop();
      }
      out.write(piece(piece).getBytes(StandardCharsets.US_ASCII));
    }
    out.write("0]".getBytes(StandardCharsets.US_ASCII));
    out.close();
    WRITTEN.incrementAndGet();
  }

  /** What a piece says. */
  public static String piece(int number) {
    return "\"" + (char) ('a' + number % 26) + "\"" + " ".repeat(PIECE_BYTES - 4) + ",";
  }

  private void stop() throws IOException {
    try {
      if (this == long_silent) {
        new CountDownLatch(1).await(60, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("hangs up");
  }
}
