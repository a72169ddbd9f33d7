package io.coffer.policy.vector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.policy.InvalidPolicyException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Cases with what the rules must say to them: {@code {"vectors": [{"id", "kind", "input",
 * "expected"}]}}. Reads a file of them and compares.
 */
public final class VectorFile {

  private VectorFile() {}

  /** One vector, and in what the rules differ from it; an empty text where they agree. */
  public record Result(String id, String difference) {
    public Result {
      id = oneLine(id);
      difference = oneLine(difference);
    }

    public boolean ok() {
      return difference.isEmpty();
    }
  }

  /**
   * One result for each vector, in the order of the file. A vector that cannot be understood
   * differs.
   *
   * @throws IllegalArgumentException if the whole is not a file of vectors; the message says why
   */
  public static List<Result> evaluate(byte[] content) {
    JsonNode vectors = vectors(content);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      JsonNode vector = vectors.get(i);
      String id = vector.path("id").isTextual() ? vector.path("id").textValue() : "";
      results.add(
          id.isBlank()
              ? new Result("vectors[" + i + "]", "malformed: it has no id")
              : new Result(id, difference(vector)));
    }
    return results;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static JsonNode vectors(byte[] content) {
    try {
      JsonNode vectors = Json.MAPPER.readTree(content).path("vectors");
      if (!vectors.isArray() || vectors.isEmpty()) {
        throw new IllegalArgumentException("The file has no list of vectors.");
      }
      return vectors;
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("The file is not JSON: " + broken.getOriginalMessage());
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("The file cannot be read as JSON.", unreadable);
    }
  }

  private static String difference(JsonNode vector) {
    Input input = new Input("input", vector.path("input"));
    Input expected = new Input("expected", vector.path("expected"));
    try {
      if (!input.value().isObject() || !expected.present()) {
        throw new Malformed("it must have an input and what is expected");
      }
      return switch (vector.path("kind").asText()) {
        case "retention" -> RetentionEvaluations.retention(input, expected);
        case "failed-sweep" -> RetentionEvaluations.failedSweep(input, expected);
        case "validation" -> Evaluations.validation(input, expected);
        case "pattern-validation" -> Evaluations.patternValidation(input, expected);
        case "schedule" -> Evaluations.schedule(input, expected);
        case "overlap" -> Evaluations.overlap(input, expected);
        case "misfire" -> Evaluations.misfire(input, expected);
        case "full-interval" -> Evaluations.fullInterval(input, expected);
        default -> "unknown kind '" + vector.path("kind").asText() + "'";
      };
    } catch (Malformed malformed) {
      return "malformed: " + malformed.getMessage();
    } catch (InvalidPolicyException refused) {
      return "refused: " + refused.getMessage();
    } catch (DateTimeException | ArithmeticException tooFar) {
      return "malformed: an instant in it is too far away";
    }
  }
}
