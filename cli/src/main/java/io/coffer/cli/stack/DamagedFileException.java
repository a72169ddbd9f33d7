package io.coffer.cli.stack;

import java.nio.file.Path;

/** A file of the home does not say what it should: a crash tore it, or somebody's editor did. */
final class DamagedFileException extends RuntimeException {

  DamagedFileException(Path file, String how) {
    super(file + " is damaged: " + how);
  }
}
