package io.coffer.engine.tree;

import io.coffer.engine.tree.Metadata.ExtendedAttribute;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Extended attributes of inodes: of all namespaces from Java 22 on, of the user's namespace before.
 */
public final class ExtendedAttributes {
  private static final String USER = "user.";
  private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(0);
  private static final int MAX_BYTES = 64 * 1024;

  private static final class Llistxattr {
    static final MethodHandle CALL =
        Libc.function("llistxattr", long.class, byte[].class, ByteBuffer.class, long.class)
            .orElse(null);
  }

  private static final class Lgetxattr {
    static final MethodHandle CALL =
        Libc.function(
                "lgetxattr", long.class, byte[].class, byte[].class, ByteBuffer.class, long.class)
            .orElse(null);
  }

  private static final class Lsetxattr {
    static final MethodHandle CALL = setter("lsetxattr");
  }

  private static final class Setxattr {
    static final MethodHandle CALL = setter("setxattr");
  }

  private static MethodHandle setter(String name) {
    Class<byte[]> bytes = byte[].class;
    return Libc.function(name, int.class, bytes, bytes, bytes, long.class, int.class).orElse(null);
  }

  private ExtendedAttributes() {}

  /** The attributes of an inode, not followed if a link; none where they are not supported. */
  public static List<ExtendedAttribute> read(Path path, NodeType type) throws IOException {
    if (Llistxattr.CALL != null) {
      return readAll(Libc.path(RawPath.raw(path)));
    }
    return type == NodeType.FILE || type == NodeType.DIR ? readUser(path) : List.of();
  }

  /**
   * @throws IOException if an attribute cannot be set; names it
   */
  public static void write(Path path, List<ExtendedAttribute> attributes) throws IOException {
    LinkOption[] notFollowing = {LinkOption.NOFOLLOW_LINKS};
    for (ExtendedAttribute attribute : attributes) {
      write(path, notFollowing, attribute);
    }
  }

  /**
   * @throws IOException if an attribute of the inode cannot be set; names it
   */
  public static void write(HeldInode inode, List<ExtendedAttribute> attributes) throws IOException {
    for (ExtendedAttribute attribute : attributes) {
      write(inode.way(), inode.options(), attribute);
    }
  }

  private static void write(Path path, LinkOption[] options, ExtendedAttribute attribute)
      throws IOException {
    if (Lsetxattr.CALL != null) {
      set(path, options.length > 0 ? Lsetxattr.CALL : Setxattr.CALL, attribute);
    } else if (attribute.name().startsWith(USER)) {
      Files.getFileAttributeView(path, UserDefinedFileAttributeView.class, options)
          .write(
              RawPath.text(attribute.name().substring(USER.length())),
              ByteBuffer.wrap(attribute.value()));
    }
  }

  private static List<ExtendedAttribute> readAll(byte[] path) {
    if (list(path, NOTHING) <= 0) {
      return List.of(); // most have none
    }
    ByteBuffer found = ByteBuffer.allocateDirect(MAX_BYTES);
    long length = list(path, found);
    if (length <= 0) {
      return List.of();
    }
    List<ExtendedAttribute> attributes = new ArrayList<>();
    String all = new String(bytes(found, length), StandardCharsets.ISO_8859_1);
    for (String name : all.split("\0")) {
      long bytes = get(path, Libc.path(name), found);
      if (bytes >= 0) {
        attributes.add(new ExtendedAttribute(name, bytes(found, bytes)));
      }
    }
    return attributes;
  }

  private static List<ExtendedAttribute> readUser(Path path) throws IOException {
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(
            path, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return List.of();
    }
    List<String> names;
    try {
      names = view.list();
    } catch (IOException e) {
      return List.of(); // the file system has none
    }
    List<ExtendedAttribute> attributes = new ArrayList<>();
    for (String name : names) {
      ByteBuffer value = ByteBuffer.allocate(view.size(name));
      view.read(name, value);
      attributes.add(new ExtendedAttribute(RawPath.ofText(USER + name), value.array()));
    }
    attributes.sort(Comparator.comparing(ExtendedAttribute::name));
    return attributes;
  }

  private static byte[] bytes(ByteBuffer found, long length) {
    byte[] bytes = new byte[(int) length];
    found.get(0, bytes);
    return bytes;
  }

  private static long list(byte[] path, ByteBuffer names) {
    try {
      return (long) Llistxattr.CALL.invokeExact(path, names, (long) names.capacity());
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static long get(byte[] path, byte[] name, ByteBuffer value) {
    try {
      return (long) Lgetxattr.CALL.invokeExact(path, name, value, (long) value.capacity());
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(Path path, MethodHandle setter, ExtendedAttribute attribute)
      throws IOException {
    int result;
    try {
      byte[] value = attribute.value();
      result =
          (int)
              setter.invokeExact(
                  Libc.path(RawPath.raw(path)),
                  Libc.path(attribute.name()),
                  value,
                  (long) value.length,
                  0);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    if (result != 0) {
      throw new IOException("we may not set the attribute " + RawPath.text(attribute.name()));
    }
  }
}
