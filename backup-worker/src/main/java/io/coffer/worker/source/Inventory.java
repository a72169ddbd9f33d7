package io.coffer.worker.source;

import java.util.List;

/** All that a cloud has of one project, in no order. */
public record Inventory(
    List<Server> servers, List<SingleVolume> volumes, List<FileSystem> fileSystems) {

  public Inventory {
    servers = List.copyOf(servers);
    volumes = List.copyOf(volumes);
    fileSystems = List.copyOf(fileSystems);
  }

  /** Servers alone. */
  static Inventory of(List<Server> servers) {
    return new Inventory(servers, List.of(), List.of());
  }
}
