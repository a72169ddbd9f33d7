package io.coffer.cli.cloud;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.output.TextTable;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.stack.Home;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer cloud ...}. */
@Command(
    name = "cloud",
    mixinStandardHelpOptions = true,
    description =
        "Keep servers whose disks are files of this machine, to have something to back up.")
public final class CloudCommands {

  @Command(
      name = "server-create",
      mixinStandardHelpOptions = true,
      description = "Make a server with copies of raw images as disks.")
  void create(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--disk",
              paramLabel = "PATH",
              required = true,
              description = "A raw image of any size; repeat it for more disks.")
          List<Path> disks) {
    Server server = cloud(project).create(name, disks);
    if (output.isJson()) {
      output.json(describe(server));
      return;
    }
    System.out.println("Server " + server.id());
    List<List<String>> rows =
        server.volumes().stream()
            .map(v -> List.of(v.id(), Long.toString(v.sizeBytes()), v.path()))
            .toList();
    new TextTable(List.of("volume", "bytes", "path"), rows).print(System.out);
  }

  @Command(
      name = "server-list",
      mixinStandardHelpOptions = true,
      description = "List the servers of a project.")
  void list(@Mixin ProjectOption project, @Mixin OutputOption output) {
    output.rows(
        cloud(project).list().stream().map(CloudCommands::describe).toList(),
        "id",
        "name",
        "status",
        "size_gb",
        "created_at");
  }

  @Command(
      name = "server-delete",
      mixinStandardHelpOptions = true,
      description = "Delete a server and its disks.")
  void delete(
      @Mixin ProjectOption project,
      @Parameters(paramLabel = "SERVER", description = "Id or name.") String server) {
    CloudFolder cloud = cloud(project);
    cloud.delete(cloud.find(server));
  }

  private static CloudFolder cloud(ProjectOption project) {
    return new CloudFolder(Home.ofEnvironment(), project.project());
  }

  private static Map<String, Object> describe(Server server) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", server.id());
    all.put("name", server.name());
    all.put("status", server.status());
    all.put("created_at", server.createdAt());
    all.put("size_gb", server.volumes().stream().mapToLong(Server.Volume::sizeGb).sum());
    all.put("volumes", server.volumes().stream().map(CloudCommands::describe).toList());
    return all;
  }

  private static Map<String, Object> describe(Server.Volume volume) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", volume.id());
    all.put("name", volume.name());
    all.put("path", volume.path());
    all.put("size_gb", volume.sizeGb());
    all.put("size_bytes", volume.sizeBytes());
    return all;
  }
}
