package io.coffer.worker.source;

import java.util.List;

/** Volumes held for reading. Closing lets go of them. */
public interface PointInTime extends AutoCloseable {

  /** What the resource was, as JSON: it goes into the backup. */
  byte[] metadata();

  /** The volumes, in the order asked for. */
  List<VolumeReadout> volumes();

  /**
   * To be asked when all is read, before anybody relies on it.
   *
   * @throws ResourceException when a volume is not any more what was held
   */
  void verify();

  @Override
  void close();
}
