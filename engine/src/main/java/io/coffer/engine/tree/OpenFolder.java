package io.coffer.engine.tree;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder that is held open. What is reached through it lies in it, even if somebody moves it or
 * puts a link in its place meanwhile.
 */
public final class OpenFolder implements AutoCloseable {
  private static final FileAttribute<?> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final int OWNER_MAY_ALL = 0700;

  private final HeldInode inode;
  private final Path path;
  private final boolean isNew;
  private int modeToReturn = -1;

  private OpenFolder(HeldInode inode, Path path, boolean isNew) {
    this.inode = inode;
    this.path = path;
    this.isNew = isNew;
  }

  /** A folder of the caller's choice, links followed; made if it is not there. */
  public static OpenFolder of(Path path) throws IOException {
    Files.createDirectories(path);
    return open(path.toRealPath(), path, false);
  }

  /** The same folder once more, to be closed by itself. */
  public OpenFolder again() throws IOException {
    return open(entry("."), path, false);
  }

  /** A folder in this one, never one that a link leads to. */
  public OpenFolder enter(String name) throws IOException {
    return open(entry(name), path(name), false);
  }

  /**
   * The folder of this name, made if there is none, for us alone at first. Anything else of that
   * name gives way.
   */
  public OpenFolder enterOrMake(String name) throws IOException {
    Path entry = entry(name);
    boolean made = isMade(entry);
    if (!made && !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(entry);
      made = isMade(entry);
    }
    return open(entry, path(name), made);
  }

  private static boolean isMade(Path entry) throws IOException {
    try {
      Files.createDirectory(entry, PRIVATE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static OpenFolder open(Path entry, Path path, boolean isNew) throws IOException {
    HeldInode inode = HeldInode.of(entry);
    OpenFolder folder = new OpenFolder(inode, path, isNew);
    try {
      if (!Files.isDirectory(inode.way(), inode.options())) {
        throw new NotDirectoryException(path.toString());
      }
      if (!isNew) {
        folder.openUp();
      }
      return folder;
    } catch (IOException | RuntimeException e) {
      inode.close();
      throw e;
    }
  }

  /** Whether it was made to be entered. */
  public boolean isNew() {
    return isNew;
  }

  public HeldInode inode() {
    return inode;
  }

  /** Leads to what is in this folder under a name of any bytes. */
  public Path entry(String name) {
    return RawPath.resolve(inode.way(), name);
  }

  /** For people: where the folder was when it was opened. */
  public Path path() {
    return path;
  }

  /** For people. */
  public Path path(String name) {
    return RawPath.resolve(path, name);
  }

  /**
   * Makes a file that only its owner may read and write.
   *
   * @throws FileAlreadyExistsException if there is something of that name
   */
  public HeldInode create(String name) throws IOException {
    return inode.create(name);
  }

  /** An owner without the right to write may give it to himself; he gets it for a while. */
  private void openUp() throws IOException {
    if (User.isRoot()) {
      return;
    }
    int mode = (int) Files.getAttribute(inode.way(), "unix:mode", inode.options()) & 07777;
    if ((mode & OWNER_MAY_ALL) != OWNER_MAY_ALL && User.owns(inode)) {
      inode.setMode(mode | OWNER_MAY_ALL);
      modeToReturn = mode;
    }
  }

  /** The folder's permissions are from now on what somebody set them to. */
  public void keepMode() {
    modeToReturn = -1;
  }

  @Override
  public void close() throws IOException {
    try (inode) {
      if (modeToReturn >= 0) {
        inode.setMode(modeToReturn);
      }
    }
  }
}
