package io.coffer.systemtests.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.conformance.document.Answer;
import io.coffer.systemtests.conformance.document.ApiDocument;
import io.coffer.systemtests.conformance.document.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What no answer may be, whatever was asked. */
final class Verdict {

  /** Documented for what was accepted and takes long, which a busy machine makes happen. */
  static final int TOO_LATE = 504;

  private static final Pattern INSIDE =
      Pattern.compile(
          "\\tat |Exception|io\\.coffer\\.|org\\.(hibernate|jboss)|java\\.(lang|util)|select .*"
              + " from ");

  private final ApiDocument document;
  private final List<String> secrets;

  Verdict(ApiDocument document, JsonNode credentials) {
    this.document = document;
    this.secrets =
        List.of(
            credentials.path("password").asText(),
            credentials.path("secret_key").asText(),
            credentials.at("/other/password").asText(),
            credentials.at("/other/secret_key").asText());
  }

  /** Everything that is wrong with an answer. */
  List<String> on(RawRequest request, Answer answer) {
    List<String> faults = new ArrayList<>();
    if (answer.status() >= 500 && answer.status() != TOO_LATE) {
      faults.add("is an error of the server");
    }
    Operation operation =
        document
            .serving(request.method(), request.path())
            .orElseGet(() -> byId(request.operation()));
    faults.addAll(answer.faults(document, operation));
    String all = answer.headers() + answer.body();
    if (secrets.stream().anyMatch(all::contains)) {
      faults.add("tells a secret");
    }
    String token = request.headers().getOrDefault("X-Auth-Token", "hostile");
    if (answer.body().contains(token)) {
      faults.add("repeats the token");
    }
    if (INSIDE.matcher(answer.body()).find()) {
      faults.add("shows the inside");
    }
    return faults;
  }

  private Operation byId(String id) {
    return document.operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
