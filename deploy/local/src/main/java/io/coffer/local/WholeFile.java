package io.coffer.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Small files for their owner alone that outlive any crash whole: with the old text or the new. */
public final class WholeFile {

  private WholeFile() {}

  /** Replaces a file and makes its directory if there is none; what fails leaves no trace. */
  public static void write(Path file, String text) {
    Path directory = file.toAbsolutePath().getParent();
    try {
      createPrivateDirectory(directory);
      Path unfinished =
          Files.createTempFile(
              directory,
              file.getFileName() + ".",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        writeThrough(unfinished, text.getBytes(StandardCharsets.UTF_8));
        Files.move(
            unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
        names.force(true); // the name is part of the file
      }
    } catch (IOException failed) {
      throw new LocalStackException("Cannot write " + file + ": " + reason(failed), failed);
    }
  }

  /** Makes a directory that nobody else may look into, unless there is one. */
  public static void createPrivateDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /** What the system said, without the path that the sentence around it names. */
  public static String reason(IOException failed) {
    String told =
        failed instanceof FileSystemException named ? named.getReason() : failed.getMessage();
    return told == null ? failed.getClass().getSimpleName() : told;
  }

  private static void writeThrough(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }
}
