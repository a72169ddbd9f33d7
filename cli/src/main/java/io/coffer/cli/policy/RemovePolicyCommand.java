package io.coffer.cli.policy;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.vault.Vaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer policy remove}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Take a policy off a vault. Backups stay.")
final class RemovePolicyCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(index = "0", paramLabel = "POLICY", description = "Id or name.")
  private String policy;

  @Parameters(index = "1", paramLabel = "VAULT", description = "Id or name.")
  private String vault;

  @Override
  public void run() {
    Policies policies = new Policies(project.api());
    output.thing(policies.remove(new Vaults(project.api()).id(vault), policies.id(policy)));
  }
}
