package io.coffer.cli.policy;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer policy show}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Show one policy.")
final class ShowPolicyCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "POLICY", description = "Id or name.")
  private String policy;

  @Override
  public void run() {
    output.thing(new Policies(project.api()).find(policy));
  }
}
