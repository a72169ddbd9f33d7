package io.coffer.cli.subscription;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer subscription show}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Show one subscription.")
final class ShowSubscriptionCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "ID")
  private String id;

  @Override
  public void run() {
    output.thing(new Subscriptions(project.api()).show(id));
  }
}
