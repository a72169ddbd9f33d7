package io.coffer.engine.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/** Removes half-written files that nobody wrote to lately; others may work beside it. */
final class TemporarySweep extends SimpleFileVisitor<Path> {
  private final Instant before;
  private final WholeFiles files;

  TemporarySweep(Instant before, WholeFiles files) {
    this.before = before;
    this.files = files;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
    if (WholeFiles.isTemporary(file)
        && found.isRegularFile()
        && !found.lastModifiedTime().toInstant().isAfter(before)) {
      try {
        files.delete(file);
      } catch (IOException e) {
        return FileVisitResult.CONTINUE; // somebody else's
      }
    }
    return FileVisitResult.CONTINUE;
  }

  /** Gone since it was listed, or not for us to see. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
    return FileVisitResult.CONTINUE;
  }
}
