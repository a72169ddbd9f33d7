package io.coffer.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs, unpacked once from the archive on the class path. */
public final class PostgresBinaries {

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final int OWNER_MAY_EXECUTE = 0100;

  private PostgresBinaries() {}

  /**
   * Unpacks into {@code directory} unless that is there already. An interrupted or concurrent
   * attempt leaves nothing half done: the whole is renamed into place.
   *
   * @return {@code directory}, with {@code bin}, {@code lib} and {@code share} in it
   */
  public static Path unpack(Path directory) {
    if (Files.exists(directory.resolve("bin/postgres"))) {
      return directory;
    }
    try {
      Path parent = Files.createDirectories(directory.toAbsolutePath().getParent());
      Path unfinished = Files.createTempDirectory(parent, directory.getFileName() + ".unpack-");
      try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
        if (archive == null) {
          throw new LocalStackException("No PostgreSQL for this machine on the class path");
        }
        extract(archive, unfinished);
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Trees.delete(unfinished);
      }
    } catch (IOException failed) {
      if (!Files.exists(directory.resolve("bin/postgres"))) {
        throw new LocalStackException(
            "Cannot unpack PostgreSQL to " + directory + ": " + WholeFile.reason(failed), failed);
      }
    }
    return directory;
  }

  private static void extract(InputStream archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(archive, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
          continue;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
          Set<PosixFilePermission> all = EnumSet.copyOf(Files.getPosixFilePermissions(path));
          all.add(PosixFilePermission.OWNER_EXECUTE);
          Files.setPosixFilePermissions(path, all);
        }
      }
    }
  }
}
