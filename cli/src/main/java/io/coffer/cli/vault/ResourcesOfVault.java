package io.coffer.cli.vault;

import io.coffer.cli.rest.ProjectOption;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The vault that a command is about, and what the command puts in or takes out. */
final class ResourcesOfVault {

  @Mixin ProjectOption project;

  @Parameters(index = "0", paramLabel = "VAULT", description = "Id or name.")
  String vault;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "RESOURCE")
  List<String> ids;
}
