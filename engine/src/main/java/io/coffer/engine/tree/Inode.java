package io.coffer.engine.tree;

import io.coffer.engine.blob.BlobId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the file system tells about one path, links not followed.
 *
 * @param device the number of a device, else 0
 * @param isSparse whether it is a file that may have holes worth looking for
 */
public record Inode(
    NodeType type, Metadata metadata, long size, long links, long device, boolean isSparse) {
  private static final Map<Integer, String> USERS = new ConcurrentHashMap<>();
  private static final Map<Integer, String> GROUPS = new ConcurrentHashMap<>();
  private static final ZoneId ZONE = ZoneId.systemDefault();

  public static Inode of(Path path) throws IOException {
    Stat stat = Stat.of(path);
    NodeType type = FileMode.typeOfStat(stat.mode());
    OffsetDateTime modified = time(stat.modified());
    Metadata metadata =
        new Metadata(
            FileMode.ofStat(stat.mode()),
            modified,
            modified, // as the stock tool: access times would make every folder look changed
            stat.changed().equals(stat.modified()) ? modified : time(stat.changed()),
            Integer.toUnsignedLong(stat.uid()),
            Integer.toUnsignedLong(stat.gid()),
            name(USERS, stat.uid(), path, "unix:owner"),
            name(GROUPS, stat.gid(), path, "unix:group"),
            stat.inode(),
            stat.device(),
            ExtendedAttributes.read(path, type));
    boolean isDevice = type == NodeType.DEV || type == NodeType.CHARDEV;
    return new Inode(
        type,
        metadata,
        type == NodeType.FILE ? stat.size() : 0,
        hasLinks(type) ? stat.links() : 0,
        isDevice ? stat.special() : 0,
        type == NodeType.FILE && stat.size() > Chunker.MIN && stat.allocated() < stat.size());
  }

  /** The node of anything but a folder. */
  public Node node(String name, String linkTarget, long bytes, List<BlobId> content) {
    return new Node(
        name, type, metadata, bytes, links, linkTarget, device, content, Optional.empty());
  }

  /** The same, to be kept as a file whatever it is. */
  public Inode asFile() {
    return new Inode(NodeType.FILE, metadata, size, links, 0, isSparse);
  }

  /** Whether size, times and number are those that an earlier backup saw. */
  public boolean isUnchangedSince(Node node) {
    Metadata then = node.metadata();
    return node.size() == size
        && then.inode() == metadata.inode()
        && then.mtime().isEqual(metadata.mtime())
        && then.ctime().isEqual(metadata.ctime());
  }

  /** Links are told of the kinds that the stock tool tells them of. */
  private static boolean hasLinks(NodeType type) {
    return switch (type) {
      case FILE, SYMLINK, DEV, CHARDEV -> true;
      case DIR, FIFO, SOCKET -> false;
    };
  }

  private static OffsetDateTime time(Instant instant) {
    return TreeTime.writable(OffsetDateTime.ofInstant(instant, ZONE));
  }

  private static String name(Map<Integer, String> known, int id, Path path, String attribute)
      throws IOException {
    String name = known.get(id);
    if (name == null) {
      String found = Files.getAttribute(path, attribute, LinkOption.NOFOLLOW_LINKS).toString();
      name = found.equals(Integer.toString(id)) ? "" : found;
      known.put(id, name);
    }
    return name;
  }
}
