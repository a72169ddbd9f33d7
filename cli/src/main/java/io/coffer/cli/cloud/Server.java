package io.coffer.cli.cloud;

import java.util.List;

/**
 * One server of the local cloud, as {@code server.json} in its directory says.
 *
 * @param createdAt ISO 8601, UTC
 */
public record Server(
    String id,
    String name,
    String projectId,
    String status,
    String createdAt,
    List<Volume> volumes) {

  /**
   * One disk.
   *
   * @param path the live file, absolute
   * @param sizeBytes exact
   * @param sizeGb rounded up, at least 1
   */
  public record Volume(
      String id, String name, String path, long sizeBytes, long sizeGb, boolean bootable) {}
}
