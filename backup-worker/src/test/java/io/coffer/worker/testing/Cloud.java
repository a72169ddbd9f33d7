package io.coffer.worker.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.work.WorkCommand.SourceVolume;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartRestore;
import io.coffer.contracts.work.WorkCommand.VolumeTarget;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A server of the local cloud, as the command line makes them, with volumes of seeded bytes. */
public final class Cloud {

  private final Path folder;
  private final String project;
  private final String id = UUID.randomUUID().toString();
  private final List<String> volumes = new ArrayList<>();
  private final Map<String, String> tags = new HashMap<>();

  /** A server without volumes. */
  public Cloud(Path home, String project) throws IOException {
    this.project = project;
    folder = home.resolve("cloud").resolve(project).resolve("servers").resolve(id);
    Files.createDirectories(folder);
    write("ACTIVE");
  }

  public String id() {
    return id;
  }

  /** The id of the n-th volume, from 0. */
  public String volume(int number) {
    return volumes.get(number);
  }

  /** The live file of the n-th volume. */
  public Path file(int number) {
    return folder.resolve(volumes.get(number) + ".raw");
  }

  /** Adds a volume with random bytes. */
  public Cloud random(int bytes, long seed) throws IOException {
    byte[] content = new byte[bytes];
    new Random(seed).nextBytes(content);
    return add(content);
  }

  /** Adds a volume with random bytes, zeros and a hole at its end. */
  public Cloud mixed(int bytes, long seed) throws IOException {
    byte[] content = new byte[bytes / 2];
    new Random(seed).nextBytes(content);
    java.util.Arrays.fill(content, bytes / 4, bytes / 3, (byte) 0);
    add(content);
    try (RandomAccessFile file = new RandomAccessFile(file(volumes.size() - 1).toFile(), "rw")) {
      file.setLength(bytes);
    }
    write("ACTIVE");
    return this;
  }

  /** Adds a volume with these bytes. */
  public Cloud add(byte[] content) throws IOException {
    volumes.add(UUID.randomUUID().toString());
    Files.write(file(volumes.size() - 1), content);
    write("ACTIVE");
    return this;
  }

  /** Changes the status of the server. */
  public void status(String status) throws IOException {
    write(status);
  }

  /** Gives the server this tag. */
  public void tag(String key, String value) throws IOException {
    tags.put(key, value);
    write("ACTIVE");
  }

  /** Removes the server. */
  public void vanish() throws IOException {
    Files.delete(folder.resolve("server.json"));
  }

  /** Overwrites a stretch of a volume. */
  public void damage(int number, long at, int bytes, long seed) throws IOException {
    byte[] noise = new byte[bytes];
    new Random(seed).nextBytes(noise);
    try (RandomAccessFile file = new RandomAccessFile(file(number).toFile(), "rw")) {
      file.seek(at);
      file.write(noise);
    }
  }

  /** What the volumes hold. */
  public List<String> hashes() throws Exception {
    List<String> hashes = new ArrayList<>();
    for (int i = 0; i < volumes.size(); i++) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file(i)));
      hashes.add(HexFormat.of().formatHex(hash));
    }
    return hashes;
  }

  /** The order to back all of it up. */
  public StartBackup backup(UUID vault, String parent) throws IOException {
    List<SourceVolume> sources = new ArrayList<>();
    for (int i = 0; i < volumes.size(); i++) {
      sources.add(new SourceVolume(volumes.get(i), "volume " + i, Files.size(file(i))));
    }
    return new StartBackup(
        UUID.randomUUID(),
        vault,
        UUID.randomUUID(),
        id,
        "OS::Nova::Server",
        "server",
        sources,
        parent,
        parent != null,
        Tenant.TIME);
  }

  /** The same order, for volumes that were so long when it was given. */
  public StartBackup orderedAs(StartBackup backup, long bytes) {
    List<SourceVolume> sources =
        backup.volumes().stream()
            .map(volume -> new SourceVolume(volume.volumeId(), volume.name(), bytes))
            .toList();
    return new StartBackup(
        backup.taskId(),
        backup.vaultId(),
        backup.backupId(),
        backup.resourceId(),
        backup.resourceType(),
        backup.resourceName(),
        sources,
        backup.parentSnapshotId(),
        backup.incremental(),
        backup.protectedAt());
  }

  /** The order to write all of it back. */
  public StartRestore restore(StartBackup backup, String snapshot) {
    return restore(backup, snapshot, volumes);
  }

  /** The order to write it onto these volumes of this server. */
  public StartRestore restore(StartBackup backup, String snapshot, List<String> onto) {
    List<VolumeTarget> targets = new ArrayList<>();
    for (int i = 0; i < backup.volumes().size(); i++) {
      targets.add(new VolumeTarget(backup.volumes().get(i).volumeId(), onto.get(i)));
    }
    return new StartRestore(
        UUID.randomUUID(),
        backup.vaultId(),
        backup.backupId(),
        snapshot,
        backup.resourceId(),
        id,
        "OS::Nova::Server",
        targets);
  }

  private void write(String status) throws IOException {
    ObjectNode server = Json.MAPPER.createObjectNode();
    server.put("id", id).put("name", "server").put("project_id", project).put("status", status);
    server.put("created_at", Tenant.TIME.toString());
    tags.forEach(server.putObject("tags")::put);
    ArrayNode list = server.putArray("volumes");
    for (int i = 0; i < volumes.size(); i++) {
      list.addObject()
          .put("id", volumes.get(i))
          .put("name", "volume " + i)
          .put("path", file(i).toString())
          .put("size_bytes", Files.size(file(i)))
          .put("size_gb", 1)
          .put("bootable", i == 0);
    }
    Path whole = Files.write(folder.resolve("new.json"), Json.MAPPER.writeValueAsBytes(server));
    Files.move(whole, folder.resolve("server.json"), StandardCopyOption.ATOMIC_MOVE);
  }
}
