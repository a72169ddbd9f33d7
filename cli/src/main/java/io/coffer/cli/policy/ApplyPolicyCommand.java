package io.coffer.cli.policy;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.vault.Vaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer policy apply}. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = "Apply a policy to a vault, in place of the one of its type before.")
final class ApplyPolicyCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(index = "0", paramLabel = "POLICY", description = "Id or name.")
  private String policy;

  @Parameters(index = "1", paramLabel = "VAULT", description = "Id or name.")
  private String vault;

  @Option(names = "--destination", paramLabel = "ID", description = "The vault for copies.")
  private String destination;

  @Override
  public void run() {
    Policies policies = new Policies(project.api());
    String vaultId = new Vaults(project.api()).id(vault);
    output.thing(policies.apply(vaultId, policies.id(policy), destination));
  }
}
