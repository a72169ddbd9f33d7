package io.coffer.engine.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the file system tells about one path, links not followed.
 *
 * @param device the number of a device, else 0
 */
public record Inode(NodeType type, Metadata metadata, long size, long links, long device) {
  private static final String ATTRIBUTES =
      "unix:mode,ino,dev,rdev,nlink,uid,gid,ctime,lastModifiedTime,lastAccessTime,size";
  private static final Map<Integer, String> USERS = new ConcurrentHashMap<>();
  private static final Map<Integer, String> GROUPS = new ConcurrentHashMap<>();
  private static final ZoneId ZONE = ZoneId.systemDefault();

  public static Inode of(Path path) throws IOException {
    Map<String, Object> found = Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    int mode = (int) found.get("mode");
    NodeType type = FileMode.typeOfStat(mode);
    int uid = (int) found.get("uid");
    int gid = (int) found.get("gid");
    OffsetDateTime modified = time(found.get("lastModifiedTime"));
    Metadata metadata =
        new Metadata(
            FileMode.ofStat(mode),
            modified,
            modified, // as the stock tool: access times would make every folder look changed
            time(found.get("ctime")),
            Integer.toUnsignedLong(uid),
            Integer.toUnsignedLong(gid),
            name(USERS, uid, path, "unix:owner"),
            name(GROUPS, gid, path, "unix:group"),
            (long) found.get("ino"),
            (long) found.get("dev"),
            ExtendedAttributes.read(path, type));
    boolean isDevice = type == NodeType.DEV || type == NodeType.CHARDEV;
    return new Inode(
        type,
        metadata,
        type == NodeType.FILE ? (long) found.get("size") : 0,
        hasLinks(type) ? (int) found.get("nlink") : 0,
        isDevice ? (long) found.get("rdev") : 0);
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

  private static OffsetDateTime time(Object fileTime) {
    return OffsetDateTime.ofInstant(((FileTime) fileTime).toInstant(), ZONE);
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
