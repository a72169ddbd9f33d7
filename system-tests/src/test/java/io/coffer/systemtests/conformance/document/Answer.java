package io.coffer.systemtests.conformance.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came back on the wire.
 *
 * @param headers names in lower case
 * @param body empty when there was none
 */
public record Answer(int status, Map<String, String> headers, String body) {

  /** Codes that every operation may answer with, and that are described once for all. */
  private static final Set<String> ANYWHERE =
      Set.of("APIGW.0101", "APIGW.0201", "APIGW.0308", "BackupService.9900");

  private static final Set<Integer> STATUS_ANYWHERE = Set.of(400, 404, 408, 413, 414, 429, 431);

  /** What the document does not allow in this answer; empty when all is as documented. */
  public List<String> faults(ApiDocument document, Operation operation) {
    List<String> faults = new ArrayList<>();
    if (headers.getOrDefault("x-request-id", "").isEmpty()) {
      faults.add("has no X-Request-Id");
    }
    if (status >= 400) {
      refusal(document, operation, faults);
    } else if (!operation.answers().containsKey(status)) {
      faults.add("has the undocumented status " + status);
    } else if (operation.answers().get(status) == null) {
      expect(body.isEmpty(), "has a body", faults);
    } else {
      json(faults);
      faults.addAll(SchemaCheck.faults(document, operation.answers().get(status), parsed()));
    }
    return faults;
  }

  /** The code of a refusal; empty when there is none. */
  public String code() {
    return parsed().path("error_code").asText("");
  }

  private void refusal(ApiDocument document, Operation operation, List<String> faults) {
    json(faults);
    JsonNode own = operation.answers().get(status);
    if (own == null) {
      expect(STATUS_ANYWHERE.contains(status), "has the undocumented status " + status, faults);
      own = document.root().at("/components/schemas/Error");
    }
    faults.addAll(SchemaCheck.faults(document, own, parsed()));
    expect(
        operation.errors().contains(code()) || ANYWHERE.contains(code()),
        "has the code " + code() + ", which the operation does not document",
        faults);
    CbrError.find(code())
        .filter(error -> code().startsWith("BackupService."))
        .ifPresent(
            error ->
                expect(
                    error.status() == status, "has status " + status + " with " + code(), faults));
  }

  private void json(List<String> faults) {
    String type = headers.getOrDefault("content-type", "");
    expect(type.startsWith("application/json"), "has the content type " + type, faults);
  }

  /** The body as JSON; a missing node when it is none. */
  public JsonNode parsed() {
    try {
      return Json.MAPPER.readTree(body.isEmpty() ? "null" : body);
    } catch (JsonProcessingException e) {
      return Json.MAPPER.missingNode();
    }
  }

  private static void expect(boolean sound, String fault, List<String> faults) {
    if (!sound) {
      faults.add(fault);
    }
  }
}
