package io.coffer.cli.cloud;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One server of the local cloud, as {@code server.json} in its directory says. What is null of its
 * hardware follows from its id.
 *
 * @param type null for a server, else for example that of a desktop
 * @param createdAt ISO 8601, UTC
 * @param flavor the name of its size
 * @param address its own in the network of its project
 * @param floatingIp the public address that leads to it; null for none
 */
public record Server(
    String id,
    String name,
    String projectId,
    String type,
    String status,
    String createdAt,
    String flavor,
    String address,
    String floatingIp,
    Map<String, String> tags,
    List<Volume> volumes) {

  public Server {
    tags = tags == null ? Map.of() : new TreeMap<>(tags);
  }

  /** The same with these tags and no others. */
  Server tagged(Map<String, String> only) {
    return new Server(
        id, name, projectId, type, status, createdAt, flavor, address, floatingIp, only, volumes);
  }

  /** What may be chosen about a server; null for what follows from its id. */
  public record Choices(
      String type, String flavor, String address, String floatingIp, Map<String, String> tags) {

    /** Nothing is chosen. */
    public static final Choices NONE = new Choices(null, null, null, null, Map.of());
  }

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
