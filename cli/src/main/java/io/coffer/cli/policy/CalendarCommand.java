package io.coffer.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer policy calendar}. */
@Command(
    name = "calendar",
    mixinStandardHelpOptions = true,
    description = "Show what became of the last runs of a policy, and when the next ones are.")
final class CalendarCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "POLICY", description = "Id or name.")
  private String policy;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many of each (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public void run() {
    Policies policies = new Policies(project.api());
    JsonNode calendar = policies.calendar(policies.id(policy), limit);
    if (output.isJson()) {
      output.json(calendar);
      return;
    }
    output.rows(rows(calendar), "fires_at", "what", "vault_id", "resource_id", "operation_log_id");
  }

  /** One line after the other, as time goes. */
  static List<JsonNode> rows(JsonNode calendar) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode one : calendar.path("past")) {
      boolean skipped = one.hasNonNull("skipped");
      ((ObjectNode) one).put("what", skipped ? "skipped: " + one.get("skipped").asText() : "ran");
      rows.add(one);
    }
    Collections.reverse(rows);
    for (JsonNode one : calendar.path("coming")) {
      ((ObjectNode) one).put("what", "to come");
      rows.add(one);
    }
    return rows;
  }
}
