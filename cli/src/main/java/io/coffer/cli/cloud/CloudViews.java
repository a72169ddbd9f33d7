package io.coffer.cli.cloud;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.output.TextTable;
import io.coffer.contracts.vault.ResourceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How what is in the local cloud is shown. */
final class CloudViews {

  private CloudViews() {}

  /** Tells of a server that was made. */
  static void made(Server server, OutputOption output) {
    if (output.isJson()) {
      output.json(of(server));
      return;
    }
    System.out.println((server.type() == null ? "Server " : "Desktop ") + server.id());
    List<List<String>> rows =
        server.volumes().stream()
            .map(v -> List.of(v.id(), Long.toString(v.sizeBytes()), v.path()))
            .toList();
    new TextTable(List.of("volume", "bytes", "path"), rows).print(System.out);
  }

  static Map<String, Object> of(Server server) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", server.id());
    all.put("name", server.name());
    all.put("type", server.type() == null ? ResourceType.SERVER.wireName() : server.type());
    all.put("status", server.status());
    all.put("created_at", server.createdAt());
    all.put("tags", server.tags());
    all.put("size_gb", server.volumes().stream().mapToLong(Server.Volume::sizeGb).sum());
    all.put("volumes", server.volumes().stream().map(CloudViews::of).toList());
    return all;
  }

  static Map<String, Object> of(Turbo turbo) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", turbo.id());
    all.put("name", turbo.name());
    all.put("status", turbo.status());
    all.put("created_at", turbo.createdAt());
    all.put("size_gb", turbo.sizeGb());
    all.put("path", turbo.path());
    return all;
  }

  private static Map<String, Object> of(Server.Volume volume) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", volume.id());
    all.put("name", volume.name());
    all.put("path", volume.path());
    all.put("size_gb", volume.sizeGb());
    all.put("size_bytes", volume.sizeBytes());
    return all;
  }
}
