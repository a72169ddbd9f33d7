package io.coffer.cli.policy;

import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer policy delete}. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description = "Delete a policy, from all its vaults too. Backups stay.")
final class DeletePolicyCommand implements Runnable {

  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "POLICY", description = "Id or name.")
  private String policy;

  @Override
  public void run() {
    project.api().delete("/policies/" + new Policies(project.api()).id(policy));
  }
}
