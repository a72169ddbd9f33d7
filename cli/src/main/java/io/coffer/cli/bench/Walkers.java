package io.coffer.cli.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that ask one thing each, again and again, with a breath between: they notice what others
 * do to them, and do little themselves.
 */
final class Walkers implements AutoCloseable {

  private static final Duration BREATH = Duration.ofMillis(20);

  private final Map<String, Walker> walkers = new LinkedHashMap<>();
  private volatile boolean over;

  /** One that does this from now on. */
  void add(String name, Crowd.Client client) {
    Walker walker = new Walker(client);
    walkers.put(name, walker);
    walker.start();
  }

  /** What was measured since this was asked last, by name. */
  Map<String, Samples> taken() {
    Map<String, Samples> taken = new LinkedHashMap<>();
    walkers.forEach((name, walker) -> taken.put(name, walker.take()));
    return taken;
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    for (Walker walker : walkers.values()) {
      walker.join();
    }
  }

  private final class Walker extends Thread {

    private final Crowd.Client client;
    private Samples samples = new Samples();
    private Exception failure;

    Walker(Crowd.Client client) {
      this.client = client;
      setDaemon(true);
    }

    @Override
    public void run() {
      while (!over) {
        long began = System.nanoTime();
        try {
          client.once();
        } catch (Exception e) {
          fail(e);
          return;
        }
        add(System.nanoTime() - began);
        LockSupport.parkNanos(BREATH.toNanos());
      }
    }

    private synchronized void add(long nanos) {
      samples.add(nanos);
    }

    private synchronized void fail(Exception e) {
      failure = e;
    }

    synchronized Samples take() {
      if (failure != null) {
        throw new IllegalStateException("A request failed: " + failure.getMessage(), failure);
      }
      Samples taken = samples;
      samples = new Samples();
      return taken;
    }
  }
}
