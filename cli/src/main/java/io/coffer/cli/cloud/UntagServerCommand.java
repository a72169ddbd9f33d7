package io.coffer.cli.cloud;

import io.coffer.cli.rest.ProjectOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer cloud untag}. */
@Command(name = "untag", mixinStandardHelpOptions = true, description = "Take tags from a server.")
final class UntagServerCommand implements Runnable {

  @Mixin private ProjectOption project;

  @Parameters(index = "0", paramLabel = "SERVER", description = "Id or name.")
  private String name;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY")
  private List<String> keys;

  @Override
  public void run() {
    CloudFolder cloud = CloudFolder.of(project);
    Server server = cloud.find(name);
    Map<String, String> tags = new TreeMap<>(server.tags());
    tags.keySet().removeAll(keys);
    cloud.tag(server, tags);
  }
}
