package io.coffer.engine.backup;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.tree.FileMode;
import io.coffer.engine.tree.Metadata;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.TreeFile;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts files that have only a path into folders, and stores the trees of these. */
final class FolderLayout {
  private static final int FILE_MODE = 0600;
  private static final int FOLDER_MODE = 0700 | FileMode.DIR;

  private static final class Folder {
    final Map<String, Folder> folders = new TreeMap<>();
    final List<Node> files = new ArrayList<>();
  }

  private final Folder root = new Folder();
  private final OffsetDateTime time;

  FolderLayout(OffsetDateTime time) {
    this.time = time;
  }

  /** What a path says about a file, for its node. */
  Node file(String path, long size, List<BlobId> content) {
    String name = raw(path.substring(path.lastIndexOf('/') + 1));
    return Node.file(name, Metadata.synthetic(FILE_MODE, time), size, content);
  }

  /** Puts the node of a file, or of what stands for one, into the folder of its path. */
  void add(String path, Node node) {
    String[] parts = path.substring(1).split("/", -1);
    Folder folder = root;
    for (int i = 0; i < parts.length - 1; i++) {
      folder = folder.folders.computeIfAbsent(raw(parts[i]), name -> new Folder());
    }
    folder.files.add(node);
  }

  /** Stores a small file and puts it under its path. */
  void add(SmallFile file, PackSaver saver) {
    byte[] bytes = file.bytes();
    List<BlobId> content =
        bytes.length == 0 ? List.of() : List.of(saver.lane(0).save(bytes, 0, bytes.length));
    add(file.path(), file(file.path(), bytes.length, content));
  }

  /** Stores all folders; the answer is the root's tree. */
  BlobId store(PackSaver saver) {
    return store(root, saver);
  }

  /** The folders directly below the root, as paths: what the snapshot names. */
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    root.folders.keySet().forEach(name -> paths.add("/" + text(name)));
    root.files.forEach(file -> paths.add("/" + text(file.name())));
    return paths;
  }

  private BlobId store(Folder folder, PackSaver saver) {
    List<Node> nodes = new ArrayList<>(folder.files);
    folder.folders.forEach(
        (name, child) ->
            nodes.add(
                Node.folder(name, Metadata.synthetic(FOLDER_MODE, time), store(child, saver))));
    return saver.saveTree(TreeFile.encode(nodes));
  }

  private static String raw(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String text(String raw) {
    return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
