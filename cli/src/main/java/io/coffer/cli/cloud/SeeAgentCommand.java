package io.coffer.cli.cloud;

import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer cloud agent-seen}. */
@Command(
    name = "agent-seen",
    mixinStandardHelpOptions = true,
    description = "Note that the agent in a server gave a sign of life, as agents do.")
final class SeeAgentCommand implements Runnable {

  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "SERVER", description = "Id or name.")
  private String server;

  @Option(names = "--agent-version", paramLabel = "VERSION", defaultValue = "1.0.0")
  private String version;

  @Override
  public void run() {
    CloudFolder cloud = CloudFolder.of(project);
    cloud.agentSeen(cloud.find(server), version);
  }
}
