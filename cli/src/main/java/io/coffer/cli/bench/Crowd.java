package io.coffer.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some clients that do the same thing at once, again and again, each after its last answer. */
final class Crowd {

  private Crowd() {}

  /** Does one thing once. */
  interface Client {
    void once() throws Exception;
  }

  /** Lets the clients work for a while; every call is one sample. */
  static Samples run(List<? extends Client> clients, Duration duration) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients.size());
    try {
      long start = System.nanoTime();
      long end = start + duration.toNanos();
      List<Callable<Samples>> work = new ArrayList<>();
      for (Client client : clients) {
        work.add(() -> until(client, end));
      }
      Samples all = new Samples();
      for (Future<Samples> one : threads.invokeAll(work)) {
        all.addAll(one.get());
      }
      all.addSeconds((System.nanoTime() - start) / 1e9);
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Samples until(Client client, long end) throws Exception {
    Samples samples = new Samples();
    for (long now = System.nanoTime(); now < end; ) {
      client.once();
      long after = System.nanoTime();
      samples.add(after - now);
      now = after;
    }
    return samples;
  }
}
