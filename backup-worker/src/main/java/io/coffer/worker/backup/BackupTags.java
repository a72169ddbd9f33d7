package io.coffer.worker.backup;

import io.coffer.engine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/** What Coffer writes on its snapshots, so that a repository tells by itself what is in it. */
public final class BackupTags {

  /** The host that all snapshots carry. */
  public static final String HOST = "coffer";

  private static final String VAULT = "coffer:vault=";
  private static final String EPOCH = "coffer:epoch=";
  private static final String BLOCK = "coffer:block=";

  private BackupTags() {}

  /** The tag of all snapshots that attempts at one backup wrote. */
  public static String backup(UUID backupId) {
    return "coffer:backup=" + backupId;
  }

  /** The path of a volume in a snapshot. */
  public static String volumePath(String resourceId, String volumeId) {
    return "/" + resourceId + "/" + volumeId + ".raw";
  }

  /** The path of the files of a file system in a snapshot. */
  public static String filesPath(String resourceId) {
    return "/" + resourceId + "/files";
  }

  /** The path of the metadata in a snapshot. */
  static String metadataPath(String resourceId) {
    return "/" + resourceId + "/server.json";
  }

  /** Of a backup of files. */
  static List<String> of(UUID backupId, String resourceId, UUID vaultId, long epoch) {
    return List.of(
        backup(backupId), "coffer:resource=" + resourceId, VAULT + vaultId, EPOCH + epoch);
  }

  /** Of a backup of volumes in blocks. */
  static List<String> of(
      UUID backupId, String resourceId, UUID vaultId, long epoch, int blockBytes) {
    List<String> tags = new ArrayList<>(of(backupId, resourceId, vaultId, epoch));
    tags.add(BLOCK + blockBytes);
    return tags;
  }

  /** Whether a former holder of the same task wrote a snapshot; so it is one that does not say. */
  public static boolean isBefore(long epoch, Snapshot snapshot) {
    return snapshot.tags().stream()
        .filter(tag -> tag.matches(EPOCH + "[0-9]{1,18}"))
        .allMatch(tag -> Long.parseLong(tag.substring(EPOCH.length())) < epoch);
  }

  /** The tags of a copy in another vault, which an epoch of the task that makes it wrote. */
  public static List<String> moved(List<String> tags, UUID vaultId, long epoch) {
    return Stream.concat(
            tags.stream().filter(tag -> !tag.startsWith(VAULT) && !tag.startsWith(EPOCH)),
            Stream.of(VAULT + vaultId, EPOCH + epoch))
        .toList();
  }

  /** The block size that a snapshot was made with; empty for one that does not say. */
  static OptionalInt blockBytes(Snapshot snapshot) {
    return snapshot.tags().stream()
        .filter(tag -> tag.matches(BLOCK + "[0-9]{4,8}"))
        .mapToInt(tag -> Integer.parseInt(tag.substring(BLOCK.length())))
        .findFirst();
  }
}
