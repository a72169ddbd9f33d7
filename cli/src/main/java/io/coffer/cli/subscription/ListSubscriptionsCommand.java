package io.coffer.cli.subscription;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coffer subscription list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the subscriptions of a project.")
final class ListSubscriptionsCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Override
  public void run() {
    output.rows(
        new Subscriptions(project.api()).list(),
        "id",
        "kind",
        "status",
        "deliveries.delivered",
        "deliveries.waiting",
        "deliveries.given_up",
        "event_types=told");
  }
}
