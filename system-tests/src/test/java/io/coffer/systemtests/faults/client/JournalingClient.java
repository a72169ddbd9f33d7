package io.coffer.systemtests.faults.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.api.Unanswered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A client that writes down what it does, and believes only answers that it wrote down. */
public final class JournalingClient {

  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Project project;
  private final Journal journal;

  public JournalingClient(Project project, Journal journal) {
    this.project = project;
    this.journal = journal;
  }

  /**
   * Asks once; empty when nobody answered.
   *
   * @param body null for none
   */
  public Optional<Reply> once(String method, String path, JsonNode body) {
    return attempt(method, path, body, Map.of());
  }

  /**
   * Asks until there is an answer that is final, always under the same client token, so that it
   * happens once however often it is asked.
   *
   * @param body null for none
   */
  public Reply patiently(String method, String path, JsonNode body) {
    Map<String, String> token = Map.of("X-Client-Token", UUID.randomUUID().toString());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Reply> reply = attempt(method, path, body, token);
      if (reply.filter(answer -> answer.status() < 500).isPresent()) {
        return reply.get();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new AssertionError(method + " " + path + " has no final answer after " + PATIENCE);
  }

  private Optional<Reply> attempt(
      String method, String path, JsonNode body, Map<String, String> headers) {
    try {
      int number = journal.sends(method + " " + path, body);
      Reply reply = project.send(method, path, body, headers);
      journal.answered(number, reply);
      return Optional.of(reply);
    } catch (Unanswered unknown) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
