package io.coffer.worker.source;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.ResourceType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a resource was when it was backed up: the file beside the bytes in its backup. What is not
 * known of it is left out.
 *
 * @param server itself, or the one that has the volume
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ResourceRecord(
    String resourceId,
    String resourceType,
    ServerRecord server,
    VolumeRecord volume,
    FileSystemRecord fileSystem) {

  @JsonNaming(SnakeCaseStrategy.class)
  record ServerRecord(
      String id,
      String name,
      String projectId,
      String type,
      String status,
      Instant createdAt,
      Hardware hardware,
      List<VolumeRecord> volumes) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record VolumeRecord(
      String id,
      String name,
      long sizeBytes,
      boolean bootable,
      String projectId,
      Instant createdAt,
      String description,
      String volumeType,
      String availabilityZone) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record FileSystemRecord(
      String id, String name, String projectId, String status, Instant createdAt, int sizeGb) {}

  /** Of a server, or of a volume that a server has. */
  public static byte[] of(ResourceRef resource, Server server) {
    ServerRecord record =
        new ServerRecord(
            server.id(),
            server.name(),
            server.project(),
            server.type().wireName(),
            server.status(),
            server.createdAt(),
            server.hardware(),
            server.volumes().stream()
                .map(
                    volume ->
                        new VolumeRecord(
                            volume.id(),
                            volume.name(),
                            volume.sizeBytes(),
                            volume.bootable(),
                            null,
                            null,
                            null,
                            null,
                            null))
                .toList());
    return bytes(new ResourceRecord(resource.id(), resource.type(), record, null, null));
  }

  /** Of a volume that no server has. */
  public static byte[] of(ResourceRef resource, SingleVolume single) {
    Volume volume = single.volume();
    VolumeRecord record =
        new VolumeRecord(
            volume.id(),
            volume.name(),
            volume.sizeBytes(),
            volume.bootable(),
            single.project(),
            single.createdAt(),
            single.settings().description(),
            single.settings().volumeType(),
            single.settings().availabilityZone());
    return bytes(new ResourceRecord(resource.id(), resource.type(), null, record, null));
  }

  /** Of a file system. */
  public static byte[] of(ResourceRef resource, FileSystem one) {
    FileSystemRecord record =
        new FileSystemRecord(
            one.id(), one.name(), one.project(), one.status(), one.createdAt(), one.sizeGb());
    return bytes(new ResourceRecord(resource.id(), resource.type(), null, null, record));
  }

  /**
   * What was written.
   *
   * @throws IOException when it is nothing of this form
   */
  public static ResourceRecord read(byte[] json) throws IOException {
    return Json.MAPPER.readValue(json, ResourceRecord.class);
  }

  /** The server as it was. */
  public Optional<Server> asServer() {
    return Optional.ofNullable(server)
        .map(
            was ->
                new Server(
                    was.id(),
                    was.name(),
                    was.projectId(),
                    ResourceType.of(was.type()).orElse(ResourceType.SERVER),
                    was.status(),
                    was.createdAt(),
                    was.hardware(),
                    was.volumes().stream().map(ResourceRecord::volume).toList()));
  }

  /** The volume that no server had, as it was. */
  public Optional<SingleVolume> asVolume() {
    return Optional.ofNullable(volume)
        .map(
            was ->
                new SingleVolume(
                    was.projectId(),
                    was.createdAt(),
                    new VolumeSettings(was.description(), was.volumeType(), was.availabilityZone()),
                    volume(was)));
  }

  private static Volume volume(VolumeRecord was) {
    return new Volume(was.id(), was.name(), was.sizeBytes(), was.bootable(), true);
  }

  private static byte[] bytes(ResourceRecord record) {
    try {
      return Json.MAPPER.writeValueAsBytes(record);
    } catch (IOException e) {
      throw new IllegalStateException("a record is always JSON", e);
    }
  }
}
