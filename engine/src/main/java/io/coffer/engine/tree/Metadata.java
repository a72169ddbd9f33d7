package io.coffer.engine.tree;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * What an inode carries beside its content.
 *
 * @param mode in the bits of Go's FileMode, see {@link FileMode}
 */
public record Metadata(
    int mode,
    OffsetDateTime mtime,
    OffsetDateTime atime,
    OffsetDateTime ctime,
    long uid,
    long gid,
    String user,
    String group,
    long inode,
    long deviceId,
    List<ExtendedAttribute> extendedAttributes) {

  /** An extended attribute; the name is kept as one char per byte. */
  public record ExtendedAttribute(String name, byte[] value) {
    @Override
    public boolean equals(Object other) {
      return other instanceof ExtendedAttribute that
          && name.equals(that.name)
          && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + Arrays.hashCode(value);
    }
  }

  /** Metadata of something that never was an inode: one time, owner root, no attributes. */
  public static Metadata synthetic(int mode, OffsetDateTime time) {
    return new Metadata(mode, time, time, time, 0, 0, "", "", 0, 0, List.of());
  }

  public Metadata withMode(int other) {
    return new Metadata(
        other, mtime, atime, ctime, uid, gid, user, group, inode, deviceId, extendedAttributes);
  }
}
