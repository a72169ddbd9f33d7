package io.coffer.cli.order;

import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer order auto-renew}. */
@Command(
    name = "auto-renew",
    mixinStandardHelpOptions = true,
    description = "Have something renewed by itself, or no longer.")
final class AutoRenewCommand implements Runnable {

  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "RESOURCE", description = "Its id.")
  private String resource;

  @Option(names = "--off", description = "No longer.")
  private boolean off;

  @Override
  public void run() {
    new Bought(project.api()).autoRenew(resource, !off);
  }
}
