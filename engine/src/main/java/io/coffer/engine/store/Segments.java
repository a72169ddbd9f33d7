package io.coffer.engine.store;

import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.tree.FileMode;
import io.coffer.engine.tree.Metadata;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.TreeFile;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Very large volumes as folders of segments, so that a new backup stores the block lists of those
 * segments only in which something changed. The stock tool sees a folder with a folder for each
 * segment and a file {@code data} in it; one behind the other they are the volume. What tells such
 * a folder from others is that it has a size.
 */
public final class Segments {
  /** Volumes above this are kept in segments. */
  public static final long USUAL_LIMIT = 256L << 30;

  private static final int BLOCKS = 16 * 1024;
  private static final String DATA = "data";
  private static final OffsetDateTime NEVER =
      OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private Segments() {}

  /** Whether a node is a volume in segments. */
  public static boolean isSegmented(Node node) {
    return node.type() == NodeType.DIR && node.size() > 0;
  }

  /**
   * The node itself, or the file that it stands for.
   *
   * @throws DamagedException if some of it is missing or not what was written
   */
  public static Node joined(Repository repository, Node node) {
    return isSegmented(node) ? join(repository, node) : node;
  }

  /**
   * Stores a volume's block list in segments.
   *
   * @param volume a file with all blocks but the last of one size
   * @return the folder that stands for it
   */
  public static Node split(Node volume, int blockSize, PackSaver saver) {
    int mode = volume.metadata().mode();
    Metadata constant = Metadata.synthetic(mode, NEVER);
    Metadata constantFolder = Metadata.synthetic(folderMode(mode), NEVER);
    List<Node> segments = new ArrayList<>();
    List<BlobId> content = volume.content();
    for (int from = 0; from < content.size(); from += BLOCKS) {
      int to = Math.min(content.size(), from + BLOCKS);
      long size = Math.min(volume.size(), (long) to * blockSize) - (long) from * blockSize;
      Node data = Node.file(DATA, constant, size, content.subList(from, to));
      BlobId tree = saver.saveTree(TreeFile.encode(List.of(data)));
      String name = String.format(Locale.ROOT, "segment-%05d", segments.size());
      segments.add(Node.folder(name, constantFolder, tree));
    }
    BlobId tree = saver.saveTree(TreeFile.encode(segments));
    Metadata metadata = volume.metadata().withMode(folderMode(mode));
    return Node.folder(volume.name(), metadata, tree).withContent(volume.size(), List.of());
  }

  private static Node join(Repository repository, Node folder) {
    List<BlobId> content = new ArrayList<>();
    int mode = 0;
    long size = 0;
    for (Node segment : repository.loadTree(folder.subtree().orElseThrow())) {
      if (segment.type() != NodeType.DIR) {
        throw new DamagedException(
            "volume " + folder.name() + " has a segment " + segment.name() + " that is none");
      }
      for (Node data : repository.loadTree(segment.subtree().orElseThrow())) {
        content.addAll(data.content());
        mode = data.metadata().mode();
        size += data.size();
      }
    }
    if (size != folder.size()) {
      throw new DamagedException(
          "volume " + folder.name() + " has " + folder.size() + " bytes, its segments " + size);
    }
    return Node.file(folder.name(), folder.metadata().withMode(mode), size, content);
  }

  /** A folder can be entered by those who may read the volume. */
  private static int folderMode(int mode) {
    int readers = mode & 0444;
    return FileMode.DIR | mode & FileMode.PERMISSIONS | readers >> 2 | 0700;
  }
}
