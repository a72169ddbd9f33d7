package io.coffer.worker.cloud;

import io.coffer.engine.backup.FileSource;
import io.coffer.worker.cloud.ServerFile.VolumeEntry;
import io.coffer.worker.source.PointInTime;
import io.coffer.worker.source.ResourceException;
import io.coffer.worker.source.VolumeReadout;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Files held open. A file that somebody replaces meanwhile is read as it was. */
final class FrozenFiles implements PointInTime {

  private static final Logger LOG = Logger.getLogger(FrozenFiles.class);

  private final byte[] metadata;
  private final Map<String, FileSource> sources = new LinkedHashMap<>();
  private final List<VolumeReadout> volumes = new ArrayList<>();

  private FrozenFiles(byte[] metadata) {
    this.metadata = metadata;
  }

  static FrozenFiles open(byte[] metadata, List<VolumeEntry> entries, Duration patience) {
    FrozenFiles frozen = new FrozenFiles(metadata);
    try {
      entries.forEach(entry -> frozen.add(entry, patience));
      return frozen;
    } catch (ResourceException e) {
      frozen.close();
      throw e;
    }
  }

  @Override
  public byte[] metadata() {
    return metadata.clone();
  }

  @Override
  public List<VolumeReadout> volumes() {
    return List.copyOf(volumes);
  }

  @Override
  public void verify() {
    sources.forEach(
        (id, source) -> {
          try {
            source.requireSize();
          } catch (IOException e) {
            throw LocalCloud.unreadable(id, e);
          }
        });
  }

  @Override
  public void close() {
    sources.forEach(
        (id, source) -> {
          try {
            source.close();
          } catch (IOException e) {
            LOG.warnf("not closed volume=%s: %s", id, e.getMessage());
          }
        });
  }

  private void add(VolumeEntry entry, Duration patience) {
    try {
      FileSource source = FileSource.open(Path.of(entry.path()), patience);
      sources.put(entry.id(), source);
      volumes.add(new VolumeReadout(entry.id(), entry.name(), source));
      if (source.size() < entry.sizeBytes()) {
        throw new IOException(
            "it has %d bytes, and had %d when it was made"
                .formatted(source.size(), entry.sizeBytes()));
      }
    } catch (NoSuchFileException e) {
      throw LocalCloud.gone(entry.id());
    } catch (IOException e) {
      throw LocalCloud.unreadable(entry.id(), e);
    }
  }
}
