package io.coffer.worker.restore;

import io.coffer.contracts.CbrError;
import io.coffer.worker.source.ResourceException;
import io.coffer.worker.source.ResourceProvider;
import io.coffer.worker.source.ResourceRef;
import io.coffer.worker.source.VolumeSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** The volumes that a restore writes, all open. */
final class Targets implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Targets.class);

  private final List<VolumeSink> sinks = new ArrayList<>();

  private Targets() {}

  /**
   * @throws ResourceException when one of them is not there; then none is open
   */
  static Targets open(ResourceProvider cloud, ResourceRef resource, List<String> volumeIds) {
    Targets targets = new Targets();
    try {
      volumeIds.forEach(id -> targets.sinks.add(cloud.sink(resource, id)));
      return targets;
    } catch (ResourceException e) {
      targets.close();
      throw e;
    }
  }

  VolumeSink get(int index) {
    return sinks.get(index);
  }

  /**
   * @throws ResourceException when one of them is smaller than what it is to take
   */
  void requireRoom(List<Long> lengths) {
    for (int i = 0; i < sinks.size(); i++) {
      VolumeSink sink = sinks.get(i);
      try {
        if (sink.sizeBytes() < lengths.get(i)) {
          throw new ResourceException(
              CbrError.TARGET_DISK_TOO_SMALL,
              "Volume %s has %d bytes, the backup %d."
                  .formatted(sink.id(), sink.sizeBytes(), lengths.get(i)));
        }
      } catch (IOException e) {
        throw unwritable(sink, e);
      }
    }
  }

  static ResourceException unwritable(VolumeSink sink, Exception cause) {
    return new ResourceException(
        CbrError.RESTORATION_NOT_ALLOWED_CURRENT_DISK_STATUS,
        "Volume " + sink.id() + " could not be written.",
        cause);
  }

  @Override
  public void close() {
    for (VolumeSink sink : sinks) {
      try {
        sink.close();
      } catch (IOException e) {
        LOG.warnf("not closed volume=%s: %s", sink.id(), e.getMessage());
      }
    }
  }
}
