package io.coffer.systemtests.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.conformance.document.Answer;
import io.coffer.systemtests.conformance.document.ApiDocument;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sends requests that were made from the document and spoilt. {@code -Dcoffer.fuzz.requests} says
 * how many, {@code -Dcoffer.seed} repeats a run.
 */
@ExtendWith(WholeStack.class)
// A hunt, not a gate: what it finds becomes a test of its own.
@EnabledIfSystemProperty(
    named = "coffer.fuzz.requests",
    matches = "\\d+",
    disabledReason = "only in the long run")
class FuzzIT {

  private static final int REQUESTS = Integer.getInteger("coffer.fuzz.requests", 1_500);
  private static final int BETWEEN_LOOKS = 100;
  private static final int ENOUGH = 200;

  private final ApiDocument document = ApiDocument.read();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();

  @Test
  void answersWhateverIsAskedAsDocumented(RunningStack stack) throws Exception {
    long seed = Long.getLong("coffer.seed", System.nanoTime());
    System.out.println("coffer.seed=" + seed + " for " + REQUESTS + " requests");
    int deadLetters = deadLetters(stack);
    JsonNode before = processes(stack);
    World world = World.make(stack);
    RawHttp http = new RawHttp(stack.port("api-gateway"));
    String token = Login.token(http, stack.credentials(), world.project().id());
    String subject = Login.token(http, stack.credentials(), world.project().id());
    RequestMaker maker = new RequestMaker(document, world, token, subject);
    Verdict verdict = new Verdict(document, stack.credentials());

    AtomicInteger next = new AtomicInteger();
    while (next.get() < REQUESTS && failures.size() < ENOUGH) {
      world.refresh();
      int from = next.getAndAdd(BETWEEN_LOOKS);
      IntStream.range(from, Math.min(REQUESTS, from + BETWEEN_LOOKS))
          .parallel()
          .forEach(i -> attempt(i, maker.make(new Random(seed * 31 + i)), http, verdict));
    }

    statuses.forEach((operation, counts) -> System.out.println(operation + " " + counts));
    Files.write(Path.of("target/fuzz-failures.txt"), failures);
    assertThat(failures).isEmpty();
    assertThat(answered(Verdict.TOO_LATE))
        .as("answers too late")
        .isLessThanOrEqualTo(REQUESTS / 500);
    assertThat(deadLetters(stack)).as("dead letters").isEqualTo(deadLetters);
    assertThat(processes(stack)).as("processes").isEqualTo(before);
    assertThat(new Vaults(world.project()).create("after all that")).isNotEmpty();
  }

  private void attempt(int number, RawRequest request, RawHttp http, Verdict verdict) {
    try {
      Answer answer = http.send(request);
      synchronized (statuses) {
        statuses
            .computeIfAbsent(request.operation(), any -> new TreeMap<>())
            .merge(answer.status(), 1, Integer::sum);
      }
      List<String> faults = verdict.on(request, answer);
      if (!faults.isEmpty()) {
        failures.add("#%d %s\n-> %s\n   %s".formatted(number, request, answer, faults));
      }
    } catch (IOException | RuntimeException e) {
      failures.add("#%d %s\n-> %s".formatted(number, request, e));
    }
  }

  private int answered(int status) {
    return statuses.values().stream().mapToInt(counts -> counts.getOrDefault(status, 0)).sum();
  }

  private static int deadLetters(RunningStack stack) {
    return stack.coffer("dlq", "list", "-o", "json").ok().json().size();
  }

  private static JsonNode processes(RunningStack stack) throws IOException {
    return Json.MAPPER.readTree(stack.home().resolve("stack.json").toFile()).path("processes");
  }
}
