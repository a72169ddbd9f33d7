package io.coffer.engine.tree;

import io.coffer.engine.tree.Metadata.ExtendedAttribute;
import java.io.IOException;
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
  private static final int MAX_BYTES = 64 * 1024;

  private static final ThreadLocal<NativeMemory> FOUND =
      ThreadLocal.withInitial(() -> new NativeMemory(MAX_BYTES));

  private static final Libc.Function LIST = Libc.function("llistxattr").orElse(null);
  private static final Libc.Function GET = Libc.function("lgetxattr").orElse(null);
  private static final Libc.Function SET = Libc.function("lsetxattr").orElse(null);
  private static final Libc.Function SET_FOLLOWING = Libc.function("setxattr").orElse(null);

  private ExtendedAttributes() {}

  /** The attributes of an inode, not followed if a link; none where they are not supported. */
  public static List<ExtendedAttribute> read(Path path, NodeType type) throws IOException {
    if (LIST != null && GET != null) {
      return readAll(RawPath.raw(path));
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
    if (SET != null && SET_FOLLOWING != null) {
      set(path, options.length > 0 ? SET : SET_FOLLOWING, attribute);
    } else if (attribute.name().startsWith(USER)) {
      Files.getFileAttributeView(path, UserDefinedFileAttributeView.class, options)
          .write(
              RawPath.text(attribute.name().substring(USER.length())),
              ByteBuffer.wrap(attribute.value()));
    }
  }

  private static List<ExtendedAttribute> readAll(String rawPath) {
    if (LIST.call(Libc.path(rawPath), 0, 0) <= 0) {
      return List.of(); // most have none
    }
    NativeMemory found = FOUND.get();
    long length = LIST.call(Libc.path(rawPath), found.address(), MAX_BYTES);
    if (length <= 0) {
      return List.of();
    }
    List<ExtendedAttribute> attributes = new ArrayList<>();
    String all = new String(bytes(found, length), StandardCharsets.ISO_8859_1);
    for (String name : all.split("\0")) {
      long bytes = GET.call(Libc.path(rawPath), Libc.path(name), found.address(), MAX_BYTES);
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

  private static byte[] bytes(NativeMemory found, long length) {
    byte[] bytes = new byte[(int) length];
    found.bytes().get(0, bytes);
    return bytes;
  }

  private static void set(Path path, Libc.Function setter, ExtendedAttribute attribute)
      throws IOException {
    byte[] value = attribute.value();
    long result =
        setter.call(
            Libc.path(RawPath.raw(path)),
            Libc.path(attribute.name()),
            Libc.copied(value),
            value.length,
            0);
    if ((int) result != 0) {
      throw new IOException("we may not set the attribute " + RawPath.text(attribute.name()));
    }
  }
}
