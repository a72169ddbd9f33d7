package io.coffer.engine.backup;

import io.coffer.engine.SourceException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.pack.BlobSpool;
import io.coffer.engine.pack.TemporaryFile;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.RawPath;
import io.coffer.engine.tree.TreeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree of one folder, made of nodes that come in the order of their names. Only so many of them
 * are in memory as have no more than a few megabytes.
 */
final class FolderTree implements AutoCloseable {
  private static final int MOST_ENTRIES = 4096;

  private static final int LARGEST_WINDOW = MOST_ENTRIES / 2;

  /** Ids of the blobs of files, some forty bytes each. */
  private static final int MOST_CONTENT = 8 * MOST_ENTRIES;

  private final Path folder;
  private final PackSaver saver;
  private final long mostBytes;
  private final List<Node> nodes = new ArrayList<>();
  private int content;
  private BlobSpool spool;
  private TreeFile json;

  /**
   * @param mostBytes of JSON that one tree may have
   */
  FolderTree(Path folder, PackSaver saver, long mostBytes) {
    this.folder = folder;
    this.saver = saver;
    this.mostBytes = mostBytes;
  }

  /**
   * @throws SourceException if the tree is too large to be kept
   */
  void add(List<Node> next) {
    nodes.addAll(next);
    next.forEach(node -> content += node.content().size());
    if (nodes.size() >= MOST_ENTRIES || content >= MOST_CONTENT) {
      spill();
    }
  }

  /** How many entries may be looked at next, if it were so many before. */
  int nextWindow(int window) {
    boolean isLight = content < MOST_CONTENT / 4;
    return isLight ? Math.min(LARGEST_WINDOW, 2 * window) : window;
  }

  private void spill() {
    try {
      if (spool == null) {
        spool = new BlobSpool();
        json = new TreeFile(spool);
      }
      for (Node node : nodes) {
        json.add(node);
        requireRoom(spool.length());
      }
      nodes.clear();
      content = 0;
    } catch (IOException e) {
      throw TemporaryFile.failed(e);
    }
  }

  private void requireRoom(long bytes) {
    if (bytes > mostBytes) {
      throw new SourceException(
          RawPath.text(folder), "has more entries than one folder can be kept with", null);
    }
  }

  /**
   * @throws SourceException if the tree is too large to be kept
   */
  BlobId save() {
    if (spool == null) {
      byte[] bytes = TreeFile.encode(nodes);
      requireRoom(bytes.length);
      return saver.saveTree(bytes);
    }
    try {
      spill();
      json.end();
      return saver.saveTree(spool);
    } catch (IOException e) {
      throw TemporaryFile.failed(e);
    }
  }

  @Override
  public void close() {
    try {
      if (spool != null) {
        spool.close();
      }
    } catch (IOException e) {
      throw TemporaryFile.failed(e);
    }
  }
}
