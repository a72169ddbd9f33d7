package io.coffer.worker.source;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a cloud has of one project, in no order.
 *
 * @param tags those of each server, by key
 * @param unread the types of which there may be others, which could not be read
 */
public record Inventory(
    List<Server> servers,
    List<SingleVolume> volumes,
    List<FileSystem> fileSystems,
    Map<String, Map<String, String>> tags,
    Set<ResourceType> unread) {

  public Inventory {
    servers = List.copyOf(servers);
    volumes = List.copyOf(volumes);
    fileSystems = List.copyOf(fileSystems);
    tags = Map.copyOf(tags);
    unread = Set.copyOf(unread);
  }

  /** All of it, without tags. */
  public Inventory(List<Server> servers, List<SingleVolume> volumes, List<FileSystem> fileSystems) {
    this(servers, volumes, fileSystems, Map.of(), Set.of());
  }

  /** Servers alone. */
  public static Inventory of(List<Server> servers) {
    return new Inventory(servers, List.of(), List.of());
  }

  /**
   * To be asked before it is said that something is not there.
   *
   * @throws ResourceException when it may be among what could not be read
   */
  public void requireWhole(String id) {
    if (!unread.isEmpty()) {
      throw unreadable(id);
    }
  }

  /** Nobody knows whether it is there. */
  public static ResourceException unreadable(String id) {
    return new ResourceException(
        CbrError.BACKEND_UNAVAILABLE,
        "Whether there is a resource " + id + " cannot be said: the cloud cannot be read.");
  }
}
