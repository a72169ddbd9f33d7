package io.coffer.worker.repository;

import io.coffer.worker.WorkerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where the repositories of this stack lie, and beside each a copy of its sealed keys. */
@ApplicationScoped
class RepositoryFolders {

  static final String KEY_TABLE = "plumbing.repository_key";

  private static final String SEALED = ".sealed";

  private final Path root;

  RepositoryFolders(WorkerSettings settings) {
    this.root = settings.home().toAbsolutePath().normalize().resolve("repositories");
  }

  /** The repository of a vault, whether or not it is there. */
  Path of(UUID vaultId) {
    return root.resolve(vaultId.toString());
  }

  /** The copy of the sealed keys; empty when there is none. */
  Optional<byte[]> readSealed(UUID vaultId) {
    try {
      return Optional.of(Files.readAllBytes(sealedFile(vaultId)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the sealed keys beside the repository, whole or not at all. */
  void writeSealed(UUID vaultId, byte[] sealed) {
    Path target = sealedFile(vaultId);
    Path temporary = root.resolve(vaultId + SEALED + "-tmp-" + UUID.randomUUID());
    try {
      Files.createDirectories(root);
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        channel.write(java.nio.ByteBuffer.wrap(sealed));
        channel.force(true);
      }
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the repository and what lies beside it. Nothing there is no error. */
  void delete(UUID vaultId) throws IOException {
    Folders.delete(of(vaultId));
    Files.deleteIfExists(sealedFile(vaultId));
  }

  /** One of the copies of sealed keys, if there is any. */
  Optional<Path> anySealedFile() {
    if (!Files.isDirectory(root)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(root)) {
      return files.filter(file -> file.toString().endsWith(SEALED)).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a copy of sealed keys holds.
   *
   * @throws SealBrokenException when the key does not open it
   */
  byte[] openSealed(Path file, Sealing sealing) {
    String name = file.getFileName().toString();
    String vault = name.substring(0, name.length() - SEALED.length());
    try {
      return sealing.open(KEY_TABLE, vault, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path sealedFile(UUID vaultId) {
    return root.resolve(vaultId + SEALED);
  }
}
