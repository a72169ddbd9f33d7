package io.coffer.engine.tree;

/** The bits of Go's FileMode, in which trees keep modes, beside the bits of {@code st_mode}. */
public final class FileMode {
  public static final int PERMISSIONS = 0777;
  public static final int DIR = 1 << 31;
  public static final int SYMLINK = 1 << 27;
  public static final int DEVICE = 1 << 26;
  public static final int FIFO = 1 << 25;
  public static final int SOCKET = 1 << 24;
  public static final int SETUID = 1 << 23;
  public static final int SETGID = 1 << 22;
  public static final int CHARDEV = 1 << 21;
  public static final int STICKY = 1 << 20;

  private FileMode() {}

  /** The kind of an inode by its {@code st_mode}. */
  public static NodeType typeOfStat(int stat) {
    return switch (stat & 0170000) {
      case 0040000 -> NodeType.DIR;
      case 0120000 -> NodeType.SYMLINK;
      case 0060000 -> NodeType.DEV;
      case 0020000 -> NodeType.CHARDEV;
      case 0010000 -> NodeType.FIFO;
      case 0140000 -> NodeType.SOCKET;
      default -> NodeType.FILE;
    };
  }

  /** The bits of {@code st_mode} as those of Go. */
  public static int ofStat(int stat) {
    int kind =
        switch (typeOfStat(stat)) {
          case DIR -> DIR;
          case SYMLINK -> SYMLINK;
          case DEV -> DEVICE;
          case CHARDEV -> DEVICE | CHARDEV;
          case FIFO -> FIFO;
          case SOCKET -> SOCKET;
          case FILE -> 0;
        };
    return stat & PERMISSIONS
        | kind
        | ((stat & 04000) != 0 ? SETUID : 0)
        | ((stat & 02000) != 0 ? SETGID : 0)
        | ((stat & 01000) != 0 ? STICKY : 0);
  }

  /** The twelve low bits of {@code st_mode}: permissions, setuid, setgid, sticky. */
  public static int permissions(int mode) {
    return mode & PERMISSIONS
        | ((mode & SETUID) != 0 ? 04000 : 0)
        | ((mode & SETGID) != 0 ? 02000 : 0)
        | ((mode & STICKY) != 0 ? 01000 : 0);
  }
}
