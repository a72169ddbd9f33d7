package io.coffer.worker.source;

import java.util.List;

/** A cloud whose servers and volumes can be backed up and written back. */
public interface ResourceProvider {

  /** All servers of a project that are there now, in no order. */
  List<Server> servers(String project);

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
}
