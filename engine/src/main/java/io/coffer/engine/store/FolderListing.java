package io.coffer.engine.store;

import io.coffer.engine.store.Store.StoredFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The files of one type in their folder. What has no name of a repository is passed over. */
final class FolderListing {
  private static final int NAME_LENGTH = 64;

  private final List<StoredFile> listed = new ArrayList<>();

  private FolderListing() {}

  /**
   * What lies there now; what is deleted meanwhile may be missing.
   *
   * @param nested whether files lie in folders of the first two digits of their names
   * @throws NoSuchFileException if there is no such folder
   */
  static List<StoredFile> of(Path folder, boolean nested) throws IOException {
    FolderListing listing = new FolderListing();
    listing.collect(folder, nested);
    return listing.listed;
  }

  private void collect(Path folder, boolean nested) throws IOException {
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
      for (Path path : paths) {
        String name = path.getFileName().toString();
        if (isHex(name, nested ? 2 : NAME_LENGTH)) {
          take(path, name, nested);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void take(Path path, String name, boolean nested) throws IOException {
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      if (nested && found.isDirectory()) {
        collect(path, false);
      } else if (!nested && found.isRegularFile()) {
        listed.add(new StoredFile(name, found.size(), found.lastModifiedTime().toInstant()));
      }
    } catch (NoSuchFileException e) {
      return; // deleted since it was listed
    }
  }

  private static boolean isHex(String name, int length) {
    return name.length() == length
        && name.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }
}
