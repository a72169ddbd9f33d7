package io.coffer.engine.tree;

import io.coffer.engine.blob.BlobId;
import java.util.List;
import java.util.Optional;

/**
 * An entry of a tree.
 *
 * @param name one char per byte of the file name (ISO 8859-1 view), so that any bytes can be kept
 * @param size of a file in bytes, and of a folder that stands for a volume; else 0
 * @param linkTarget one char per byte, empty unless a symlink
 * @param device the device number of a device, else 0
 * @param content the blobs of a file in order; empty for all else
 * @param subtree the tree of a folder
 */
public record Node(
    String name,
    NodeType type,
    Metadata metadata,
    long size,
    long links,
    String linkTarget,
    long device,
    List<BlobId> content,
    Optional<BlobId> subtree) {

  public static Node file(String name, Metadata metadata, long size, List<BlobId> content) {
    return new Node(name, NodeType.FILE, metadata, size, 1, "", 0, content, Optional.empty());
  }

  public static Node folder(String name, Metadata metadata, BlobId subtree) {
    return new Node(name, NodeType.DIR, metadata, 0, 0, "", 0, List.of(), Optional.of(subtree));
  }

  public Node withContent(long bytes, List<BlobId> blobs) {
    return new Node(name, type, metadata, bytes, links, linkTarget, device, blobs, subtree);
  }
}
