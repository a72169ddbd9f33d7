package io.coffer.cli.cloud;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.output.TextTable;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.stack.Home;
import io.coffer.contracts.vault.ResourceType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer cloud ...}. */
@Command(
    name = "cloud",
    mixinStandardHelpOptions = true,
    description =
        "Keep servers, desktops and file systems that are files of this machine, to have something"
            + " to back up.")
public final class CloudCommands {

  @Command(
      name = "server-create",
      mixinStandardHelpOptions = true,
      description = "Make a server with copies of raw images as disks.")
  void create(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Mixin ServerOptions options,
      @Parameters(paramLabel = "NAME") String name) {
    tell(cloud(project).create(name, options.disks, options.choices(null)), output);
  }

  @Command(
      name = "desktop-create",
      mixinStandardHelpOptions = true,
      description = "Make a desktop with copies of raw images as disks.")
  void createDesktop(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Mixin ServerOptions options,
      @Parameters(paramLabel = "NAME") String name) {
    String type = ResourceType.DESKTOP.wireName();
    tell(cloud(project).create(name, options.disks, options.choices(type)), output);
  }

  private static void tell(Server server, OutputOption output) {
    if (output.isJson()) {
      output.json(describe(server));
      return;
    }
    System.out.println((server.type() == null ? "Server " : "Desktop ") + server.id());
    List<List<String>> rows =
        server.volumes().stream()
            .map(v -> List.of(v.id(), Long.toString(v.sizeBytes()), v.path()))
            .toList();
    new TextTable(List.of("volume", "bytes", "path"), rows).print(System.out);
  }

  @Command(
      name = "server-list",
      mixinStandardHelpOptions = true,
      description = "List the servers and desktops of a project.")
  void list(@Mixin ProjectOption project, @Mixin OutputOption output) {
    output.rows(
        cloud(project).list().stream().map(CloudCommands::describe).toList(),
        "id",
        "name",
        "type",
        "status",
        "size_gb",
        "created_at");
  }

  @Command(
      name = "tag",
      mixinStandardHelpOptions = true,
      description = "Give a server tags, in place of those of the same keys.")
  void tag(
      @Mixin ProjectOption project,
      @Parameters(index = "0", paramLabel = "SERVER", description = "Id or name.") String name,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY=VALUE")
          Map<String, String> more) {
    CloudFolder cloud = cloud(project);
    Server server = cloud.find(name);
    Map<String, String> tags = new TreeMap<>(server.tags());
    tags.putAll(more);
    cloud.tag(server, tags);
  }

  @Command(
      name = "untag",
      mixinStandardHelpOptions = true,
      description = "Take tags from a server.")
  void untag(
      @Mixin ProjectOption project,
      @Parameters(index = "0", paramLabel = "SERVER", description = "Id or name.") String name,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY") List<String> keys) {
    CloudFolder cloud = cloud(project);
    Server server = cloud.find(name);
    Map<String, String> tags = new TreeMap<>(server.tags());
    tags.keySet().removeAll(keys);
    cloud.tag(server, tags);
  }

  @Command(
      name = "server-delete",
      mixinStandardHelpOptions = true,
      description = "Delete a server or a desktop and its disks.")
  void delete(
      @Mixin ProjectOption project,
      @Parameters(paramLabel = "SERVER", description = "Id or name.") String server) {
    CloudFolder cloud = cloud(project);
    cloud.delete(cloud.find(server));
  }

  @Command(
      name = "agent-seen",
      mixinStandardHelpOptions = true,
      description = "Note that the agent in a server gave a sign of life, as agents do.")
  void agentSeen(
      @Mixin ProjectOption project,
      @Parameters(paramLabel = "SERVER", description = "Id or name.") String server,
      @Option(names = "--agent-version", paramLabel = "VERSION", defaultValue = "1.0.0")
          String version) {
    CloudFolder cloud = cloud(project);
    cloud.agentSeen(cloud.find(server), version);
  }

  @Command(
      name = "turbo-create",
      mixinStandardHelpOptions = true,
      description = "Make a file system of a folder of this machine.")
  void createTurbo(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--dir", paramLabel = "PATH", required = true) Path folder,
      @Option(
              names = "--size",
              paramLabel = "GB",
              defaultValue = "500",
              description = "What it may hold (default: ${DEFAULT-VALUE}).")
          int sizeGb) {
    Turbo turbo = turbos(project).create(name, folder, sizeGb);
    if (output.isJson()) {
      output.json(describe(turbo));
    } else {
      System.out.println("File system " + turbo.id());
    }
  }

  @Command(
      name = "turbo-list",
      mixinStandardHelpOptions = true,
      description = "List the file systems of a project.")
  void listTurbos(@Mixin ProjectOption project, @Mixin OutputOption output) {
    output.rows(
        turbos(project).list().stream().map(CloudCommands::describe).toList(),
        "id",
        "name",
        "status",
        "size_gb",
        "path");
  }

  @Command(
      name = "turbo-delete",
      mixinStandardHelpOptions = true,
      description = "Forget a file system; its files stay.")
  void deleteTurbo(
      @Mixin ProjectOption project,
      @Parameters(paramLabel = "TURBO", description = "Id or name.") String turbo) {
    turbos(project).delete(turbo);
  }

  private static TurboFolder turbos(ProjectOption project) {
    return new TurboFolder(Home.ofEnvironment(), project.project());
  }

  private static CloudFolder cloud(ProjectOption project) {
    return new CloudFolder(Home.ofEnvironment(), project.project());
  }

  private static Map<String, Object> describe(Server server) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", server.id());
    all.put("name", server.name());
    all.put("type", server.type() == null ? ResourceType.SERVER.wireName() : server.type());
    all.put("status", server.status());
    all.put("created_at", server.createdAt());
    all.put("tags", server.tags());
    all.put("size_gb", server.volumes().stream().mapToLong(Server.Volume::sizeGb).sum());
    all.put("volumes", server.volumes().stream().map(CloudCommands::describe).toList());
    return all;
  }

  private static Map<String, Object> describe(Turbo turbo) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", turbo.id());
    all.put("name", turbo.name());
    all.put("status", turbo.status());
    all.put("created_at", turbo.createdAt());
    all.put("size_gb", turbo.sizeGb());
    all.put("path", turbo.path());
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
