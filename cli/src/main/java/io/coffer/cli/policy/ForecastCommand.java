package io.coffer.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.vault.Vaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer policy forecast}. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = "Tell which backups would go when if a policy were changed like this.")
final class ForecastCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;
  @Mixin private PolicyOptions options;

  @Parameters(paramLabel = "POLICY", description = "Id or name. It is not changed.")
  private String policy;

  @Option(names = "--vault", description = "For this vault only, id or name.")
  private String vault;

  @Override
  public void run() {
    Policies policies = new Policies(project.api());
    JsonNode known = policies.find(policy);
    ObjectNode forecast = JsonNodeFactory.instance.objectNode();
    forecast.put("policy_id", known.path("id").asText());
    forecast.set("operation_definition", options.over(known.path("operation_definition")));
    if (options.trigger().at("/properties/pattern").isArray()) {
      forecast.set("trigger", options.trigger());
    }
    if (vault != null) {
      forecast.put("vault_id", new Vaults(project.api()).id(vault));
    }
    JsonNode answer = policies.forecast(forecast);
    if (output.isJson()) {
      output.json(answer);
      return;
    }
    output.rows(answer.path("backups"), ExplainCommand.COLUMNS);
    output.thing(
        ((ObjectNode) answer).deepCopy().retain("count", "kept_count", "bytes", "bytes_next"));
  }
}
