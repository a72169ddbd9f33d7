package io.coffer.cli.subscription;

import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer subscription delete}. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description = "Delete a subscription, its secret and what it was not told yet.")
final class DeleteSubscriptionCommand implements Runnable {

  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "ID")
  private String id;

  @Override
  public void run() {
    new Subscriptions(project.api()).delete(id);
  }
}
