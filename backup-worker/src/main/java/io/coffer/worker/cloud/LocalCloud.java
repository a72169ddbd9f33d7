package io.coffer.worker.cloud;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.engine.Cause;
import io.coffer.engine.backup.Deadline;
import io.coffer.engine.backup.VolumeKind;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.cloud.ServerFile.VolumeEntry;
import io.coffer.worker.source.AgentSign;
import io.coffer.worker.source.FileSystem;
import io.coffer.worker.source.Inventory;
import io.coffer.worker.source.MountedFolder;
import io.coffer.worker.source.PointInTime;
import io.coffer.worker.source.ResourceException;
import io.coffer.worker.source.ResourceProvider;
import io.coffer.worker.source.ResourceRecord;
import io.coffer.worker.source.ResourceRef;
import io.coffer.worker.source.Server;
import io.coffer.worker.source.SingleVolume;
import io.coffer.worker.source.Volume;
import io.coffer.worker.source.VolumeSink;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A cloud made of files: a server is a folder, a volume a raw image. */
@ApplicationScoped
class LocalCloud implements ResourceProvider {

  /** To look at a volume must not take long: people wait for what is listed. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final ServerFiles files;
  private final LocalBlockStorage volumes;
  private final TurboFolders turbos;
  private final Path home;
  private final Duration patience;

  LocalCloud(
      ServerFiles files, LocalBlockStorage volumes, TurboFolders turbos, WorkerSettings settings) {
    this.files = files;
    this.volumes = volumes;
    this.turbos = turbos;
    this.home = settings.home();
    this.patience = settings.worker().sourcePatience();
  }

  @Override
  public List<String> projects() {
    return EntryFiles.projects(home);
  }

  @Override
  public boolean isThere() {
    return Files.isDirectory(home.resolve("cloud"));
  }

  @Override
  public Inventory inventory(String project) {
    Look<ServerFile> servers = files.look(project);
    Look<SingleVolume> singles = volumes.look(project);
    Look<FileSystem> shares = turbos.look(project);
    return new Inventory(
        servers.as(file -> server(file, project)).all(),
        singles.all(),
        shares.all(),
        servers.all().stream()
            .collect(Collectors.toMap(ServerFile::id, ServerFile::tags, (first, same) -> first)),
        unread(servers.whole(), singles.whole(), shares.whole()));
  }

  /** A server that cannot be read has volumes too. */
  private static Set<ResourceType> unread(boolean servers, boolean singles, boolean shares) {
    return Arrays.stream(ResourceType.values())
        .filter(
            type ->
                switch (type) {
                  case TURBO -> !shares;
                  case DISK -> !servers || !singles;
                  default -> !servers;
                })
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<AgentSign> agent(String project, String serverId) {
    return files.agent(project, serverId);
  }

  @Override
  public MountedFolder mounted(ResourceRef fileSystem) {
    return turbos.mounted(fileSystem, false);
  }

  @Override
  public MountedFolder replaceable(ResourceRef fileSystem) {
    return turbos.mounted(fileSystem, true);
  }

  @Override
  public PointInTime freeze(ResourceRef resource, List<String> volumeIds) {
    Optional<SingleVolume> single = single(resource);
    if (single.isPresent()) {
      return FrozenFiles.open(
          ResourceRecord.of(resource, single.get()), List.of(entry(single.get())), patience);
    }
    ServerFile server = holder(resource);
    requireBackedUpStatus(server);
    List<VolumeEntry> entries = volumeIds.stream().map(id -> volume(server, id)).toList();
    return FrozenFiles.open(
        ResourceRecord.of(resource, server(server, resource.project())), entries, patience);
  }

  @Override
  public VolumeSink sink(ResourceRef resource, String volumeId) {
    VolumeEntry volume =
        single(resource)
            .filter(one -> one.volume().id().equals(volumeId))
            .map(this::entry)
            .orElseGet(() -> volume(holder(resource), volumeId));
    Path path = Path.of(volume.path());
    try {
      if (Deadline.within(patience, () -> UnsharedFile.isShared(path))) {
        UnsharedFile.separate(path);
      }
      return new VolumeSink(
          volumeId, volume.name(), Deadline.within(patience, () -> writable(path)));
    } catch (NoSuchFileException e) {
      throw gone(volumeId);
    } catch (IOException e) {
      throw new ResourceException(
          CbrError.RESTORATION_NOT_ALLOWED_CURRENT_DISK_STATUS,
          "Volume " + volumeId + " cannot be written: " + Cause.of(e) + ".",
          e);
    }
  }

  private static FileChannel writable(Path path) throws IOException {
    VolumeKind.require(path);
    return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  static ResourceException gone(String volumeId) {
    return new ResourceException(
        CbrError.DISK_NOT_FOUND, "Volume " + volumeId + " does not exist any more.");
  }

  static ResourceException unreadable(String volumeId, IOException cause) {
    return new ResourceException(
        CbrError.BACKUP_NOT_ALLOWED_CURRENT_DISK_STATUS,
        "Volume " + volumeId + " cannot be read: " + Cause.of(cause) + ".",
        cause);
  }

  private Optional<SingleVolume> single(ResourceRef resource) {
    return resource.isVolume() ? volumes.find(resource.project(), resource.id()) : Optional.empty();
  }

  private VolumeEntry entry(SingleVolume single) {
    Volume volume = single.volume();
    return new VolumeEntry(
        volume.id(),
        volume.name(),
        volumes.bytes(single.project(), volume.id()).toString(),
        volume.sizeBytes(),
        false);
  }

  /** The server itself, or the one that has the volume. */
  private ServerFile holder(ResourceRef resource) {
    if (resource.isVolume()) {
      Look<ServerFile> servers = files.look(resource.project());
      return servers.all().stream()
          .filter(server -> entry(server, resource.id()).isPresent())
          .findFirst()
          .orElseThrow(
              () -> servers.whole() ? gone(resource.id()) : Inventory.unreadable(resource.id()));
    }
    return files
        .find(resource.project(), resource.id())
        .orElseThrow(
            () ->
                new ResourceException(
                    CbrError.SERVER_NOT_FOUND,
                    "Server " + resource.id() + " does not exist any more."));
  }

  private static void requireBackedUpStatus(ServerFile server) {
    String status = Objects.requireNonNullElse(server.status(), "").toUpperCase(Locale.ROOT);
    if (status.equals("ERROR") || status.equals("DELETED")) {
      throw new ResourceException(
          CbrError.BACKUP_NOT_ALLOWED_CURRENT_SERVER_STATUS,
          "Server " + server.id() + " is in status " + status + ".");
    }
  }

  private static VolumeEntry volume(ServerFile server, String id) {
    return entry(server, id).orElseThrow(() -> gone(id));
  }

  private static Optional<VolumeEntry> entry(ServerFile server, String id) {
    return server.volumes().stream()
        .filter(volume -> id.equals(volume.id()) && volume.path() != null)
        .findFirst();
  }

  private static Server server(ServerFile file, String project) {
    return new Server(
        file.id(),
        file.name(),
        project,
        ResourceType.of(file.type()).orElse(ResourceType.SERVER),
        Objects.requireNonNullElse(file.status(), "ACTIVE"),
        file.createdAt(),
        DerivedHardware.of(file, project),
        file.volumes().stream()
            .filter(entry -> entry.path() != null)
            .map(LocalCloud::volume)
            .toList());
  }

  private static Volume volume(VolumeEntry entry) {
    String name = Objects.requireNonNullElse(entry.name(), entry.id());
    try {
      long size = Deadline.within(LOOK, () -> VolumeKind.size(Path.of(entry.path())));
      return new Volume(entry.id(), name, size, entry.bootable(), true);
    } catch (IOException e) {
      return new Volume(entry.id(), name, entry.sizeBytes(), entry.bootable(), false);
    }
  }
}
