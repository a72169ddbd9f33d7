package io.coffer.cli.order;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer order renew}. */
@Command(
    name = "renew",
    mixinStandardHelpOptions = true,
    description = "Pay a further term of something that was bought.")
final class RenewCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "RESOURCE", description = "Its id.")
  private String resource;

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "1",
      description = "How long (default: ${DEFAULT-VALUE}).")
  private int months;

  @Option(names = "--years", paramLabel = "N", description = "How long, instead of months.")
  private Integer years;

  @Override
  public void run() {
    boolean yearly = years != null;
    Bought.tell(output, new Bought(project.api()).renew(resource, yearly, yearly ? years : months));
  }
}
