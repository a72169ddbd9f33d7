package io.coffer.cli.vault;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer vault create}. */
@Command(name = "create", mixinStandardHelpOptions = true, description = "Make a vault.")
final class CreateVaultCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "NAME")
  private String name;

  @Option(
      names = "--size",
      paramLabel = "GB",
      defaultValue = "100",
      description = "Capacity (default: ${DEFAULT-VALUE}).")
  private int sizeGb;

  @Option(
      names = "--type",
      paramLabel = "server|disk|turbo|workspace|vmware|rds|file",
      defaultValue = "server",
      description = "What it protects (default: ${DEFAULT-VALUE}).")
  private String type;

  @Option(
      names = "--resource",
      paramLabel = "ID",
      description = "A server or disk to protect; may be repeated.")
  private List<String> resources;

  @Override
  public void run() {
    output.thing(
        new Vaults(project.api())
            .create(name, type, sizeGb, resources == null ? List.of() : resources));
  }
}
