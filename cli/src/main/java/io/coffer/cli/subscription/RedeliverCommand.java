package io.coffer.cli.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer subscription redeliver}. */
@Command(
    name = "redeliver",
    mixinStandardHelpOptions = true,
    description = "Tell a subscription again what was given up; one that is disabled is active.")
final class RedeliverCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "ID")
  private String id;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only what happened then or later, for example 2026-01-31T12:00:00Z.")
  private String since;

  @Override
  public void run() {
    Subscriptions subscriptions = new Subscriptions(project.api());
    long before = Long.MAX_VALUE;
    while (true) {
      JsonNode subscription = subscriptions.redeliver(id, since);
      long left = subscription.at("/deliveries/given_up").asLong();
      if (left == 0 || left >= before) {
        output.thing(subscription);
        return;
      }
      before = left;
    }
  }
}
