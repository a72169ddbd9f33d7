package io.coffer.worker.source;

import java.util.List;
import java.util.Optional;

/** A cloud whose resources can be backed up and written back. */
public interface ResourceProvider {

  /**
   * The projects that may have resources, in no order.
   *
   * @throws ResourceException when the cloud cannot be looked at
   */
  List<String> projects();

  /** Whether there is a cloud: what one that is away does not have is not gone. */
  boolean isThere();

  /** All that a project has now, in no order, each with what it was at one moment. */
  Inventory inventory(String project);

  /** The last sign of life of the agent in a server; empty when there never was one. */
  Optional<AgentSign> agent(String project, String serverId);

  /**
   * Holds volumes of a server, or one volume by itself, so that they can be read.
   *
   * @param volumeIds in the order in which they come back
   * @throws ResourceException when the resource or one of the volumes is not there or not readable
   */
  PointInTime freeze(ResourceRef resource, List<String> volumeIds);

  /**
   * Opens a volume of a resource to be written in place.
   *
   * @throws ResourceException when the resource or the volume is not there or not writable
   */
  VolumeSink sink(ResourceRef resource, String volumeId);

  /**
   * Where the files of a file system are.
   *
   * @throws ResourceException when it is not there or may not be used now
   */
  MountedFolder mounted(ResourceRef fileSystem);

  /**
   * Where the files of a file system are, for all of them to be replaced.
   *
   * @throws ResourceException when it is not there, may not be used now, or nobody can tell whether
   *     another one has some of the files
   */
  MountedFolder replaceable(ResourceRef fileSystem);
}
