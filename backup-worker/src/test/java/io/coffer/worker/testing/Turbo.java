package io.coffer.worker.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.work.WorkCommand.SourceVolume;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartRestore;
import io.coffer.contracts.work.WorkCommand.VolumeTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A file system of the local cloud, as the command line makes them, without files at first. */
public final class Turbo {

  private static final String TYPE = "OS::Sfs::Turbo";
  private static final int SIZE_GB = 10;

  private final String id = UUID.randomUUID().toString();
  private final Path files;

  public Turbo(Path home, String project) throws IOException {
    this(home, project, null);
  }

  /** One of a folder that is there; null for one of its own. */
  public Turbo(Path home, String project, Path there) throws IOException {
    Path folder = home.resolve("cloud").resolve(project).resolve("turbos").resolve(id);
    files = there != null ? there : Files.createDirectories(home.resolve("mounts").resolve(id));
    Files.createDirectories(folder);
    ObjectNode turbo = Json.MAPPER.createObjectNode();
    turbo.put("id", id).put("name", "share").put("project_id", project).put("size_gb", SIZE_GB);
    turbo.put("status", "available").put("created_at", Tenant.TIME.toString());
    turbo.put("path", files.toString());
    Files.write(folder.resolve("turbo.json"), Json.MAPPER.writeValueAsBytes(turbo));
  }

  public String id() {
    return id;
  }

  /** The folder with its files. */
  public Path files() {
    return files;
  }

  /** The order to back it up. */
  public StartBackup backup(UUID vault, String parent) {
    return new StartBackup(
        UUID.randomUUID(),
        vault,
        UUID.randomUUID(),
        id,
        TYPE,
        "share",
        List.of(new SourceVolume(id, "share", (long) SIZE_GB << 30)),
        parent,
        parent != null,
        Tenant.TIME);
  }

  /** The order to make it what another one, or itself, was. */
  public StartRestore restore(StartBackup backup, String snapshot) {
    return new StartRestore(
        UUID.randomUUID(),
        backup.vaultId(),
        backup.backupId(),
        snapshot,
        backup.resourceId(),
        id,
        TYPE,
        List.of(new VolumeTarget(backup.resourceId(), id)));
  }
}
