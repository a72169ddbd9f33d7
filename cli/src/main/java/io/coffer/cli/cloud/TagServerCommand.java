package io.coffer.cli.cloud;

import io.coffer.cli.rest.ProjectOption;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer cloud tag}. */
@Command(
    name = "tag",
    mixinStandardHelpOptions = true,
    description = "Give a server tags, in place of those of the same keys.")
final class TagServerCommand implements Runnable {

  @Mixin private ProjectOption project;

  @Parameters(index = "0", paramLabel = "SERVER", description = "Id or name.")
  private String name;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY=VALUE")
  private Map<String, String> more;

  @Override
  public void run() {
    CloudFolder cloud = CloudFolder.of(project);
    Server server = cloud.find(name);
    Map<String, String> tags = new TreeMap<>(server.tags());
    tags.putAll(more);
    cloud.tag(server, tags);
  }
}
