package io.coffer.systemtests.faults.round;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.faults.client.Journal;
import io.coffer.systemtests.faults.client.JournalingClient;
import io.coffer.systemtests.faults.invariant.Aftermath;
import io.coffer.systemtests.faults.invariant.Aftermath.Played;
import io.coffer.systemtests.faults.invariant.Invariant;
import io.coffer.systemtests.faults.invariant.TaskWatch;
import io.coffer.systemtests.faults.scene.Scene;
import io.coffer.systemtests.faults.scene.Stage;
import io.coffer.systemtests.faults.scene.Work;
import io.coffer.systemtests.stack.RunningStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Plays rounds on a stack, one after the other. */
final class RoundRunner implements AutoCloseable {

  private static final Path JOURNALS = Path.of("target", "faults");
  private static final Duration LONGEST_LEAD = Duration.ofSeconds(2);

  private final RunningStack stack;
  private final ScheduledExecutorService clients =
      Executors.newScheduledThreadPool(Work.values().length);

  RoundRunner(RunningStack stack) {
    this.stack = stack;
  }

  /** Plays one and checks what it left. */
  Result play(Round round) {
    try {
      return struck(round);
    } catch (Exception | AssertionError e) {
      stack.coffer("up");
      return new Result(round, 0, List.of("it could not be played: " + e));
    }
  }

  @Override
  public void close() {
    clients.shutdownNow();
  }

  private Result struck(Round round) throws Exception {
    Random random = round.random();
    String name = round.name() + "-" + System.currentTimeMillis(); // it may be played again
    JsonNode deadLetters = stack.coffer("dlq", "list", "-o", "json").ok().json();
    Project project = Project.of(stack, "region-2");
    try (Journal journal = Journal.in(JOURNALS.resolve(round.name() + ".ndjson"))) {
      JournalingClient client = new JournalingClient(project, journal);
      Map<Work, Scene> scenes = new EnumMap<>(Work.class);
      for (Work work : Work.values()) {
        String each = name + "-" + work.ordinal();
        scenes.put(work, work.prepare(new Stage(stack, project, client, random, each)));
      }
      List<Played> watched = new ArrayList<>();
      try {
        scenes.values().forEach(scene -> watched.add(watch(project, scene)));
        double upSeconds = strike(round.strike(), scenes, random);
        boolean mayFail = round.strike().fault().mayFailWork();
        Aftermath aftermath =
            new Aftermath(name, stack, project, watched, journal, deadLetters, mayFail);
        return new Result(round, upSeconds, Invariant.broken(aftermath));
      } finally {
        watched.forEach(played -> played.watch().close());
      }
    }
  }

  private static Played watch(Project project, Scene scene) {
    return new Played(scene, TaskWatch.of(project, scene.vault()));
  }

  /** Strikes in the middle of all scenes; returns how long the stack took to come back. */
  private double strike(Strike strike, Map<Work, Scene> scenes, Random random) throws Exception {
    List<Future<Void>> playing = new ArrayList<>();
    scenes.forEach(
        (work, scene) -> {
          Callable<Void> play =
              () -> {
                scene.play();
                return null;
              };
          long delay = LONGEST_LEAD.minus(work.lead(random)).toMillis();
          playing.add(clients.schedule(play, delay, TimeUnit.MILLISECONDS));
        });
    Fault.pause(LONGEST_LEAD);
    strike.fault().strike(stack, strike.victim(), random);
    long start = System.nanoTime();
    stack.up();
    double seconds = (System.nanoTime() - start) / 1e9;
    for (Future<Void> one : playing) {
      one.get();
    }
    return seconds;
  }
}
