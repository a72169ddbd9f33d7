package io.coffer.engine.backup;

import io.coffer.engine.Crew;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Segments;
import io.coffer.engine.tree.Node;
import java.util.List;
import java.util.Optional;

/** Stores one volume the cheapest way: by changed extents where these and the parent allow it. */
final class VolumeSaver {
  private final Repository repository;
  private final Crew crew;
  private final PackSaver saver;
  private final BackupTally tally;
  private final long segmentsAbove;

  /**
   * @param segmentsAbove bytes above which a volume is kept in segments
   */
  VolumeSaver(
      Repository repository, Crew crew, PackSaver saver, BackupTally tally, long segmentsAbove) {
    this.repository = repository;
    this.crew = crew;
    this.saver = saver;
    this.tally = tally;
    this.segmentsAbove = segmentsAbove;
  }

  /**
   * @param empty the volume's node without content
   * @param before the volume's node in the parent snapshot, if there is one
   * @return the node of the volume: a file, or a folder of segments for a very large one
   */
  Node save(VolumeSource volume, Node empty, Optional<Node> before) {
    Node file = empty.withContent(volume.source().size(), content(volume, before));
    return file.size() > segmentsAbove ? Segments.split(file, volume.blockSize(), saver) : file;
  }

  private List<BlobId> content(VolumeSource volume, Optional<Node> before) {
    VolumeReader reader = new VolumeReader(volume, tally);
    Optional<ParentVolume> parent =
        volume
            .changedExtents()
            .flatMap(extents -> before)
            .flatMap(node -> ParentVolume.of(repository, node))
            .filter(found -> found.fits(volume.blockSize()));
    if (parent.isEmpty()) {
      return reader.readAll(crew, saver);
    }
    List<Extent> extents = volume.changedExtents().orElseThrow();
    ChangedBlocks changed = new ChangedBlocks(repository, parent.get(), volume, extents);
    return reader.readChanged(crew, saver, parent.get(), changed);
  }
}
