package io.coffer.cli.policy;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer policy explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Tell of each backup of a policy's vaults why it stays, or when it goes.")
final class ExplainCommand implements Runnable {

  /** What a table shows of a backup and its end. */
  static final String[] COLUMNS = {
    "resource_name=resource",
    "backup_name=backup",
    "taken_at",
    "kept",
    "reasons",
    "goes_at",
    "bytes"
  };

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "POLICY", description = "Id or name.")
  private String policy;

  @Override
  public void run() {
    Policies policies = new Policies(project.api());
    output.rows(policies.explain(policies.id(policy)), COLUMNS);
  }
}
