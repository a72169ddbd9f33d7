package io.coffer.cli.home;

import java.nio.file.Path;

/** A file of the home does not say what it should: a crash tore it, or somebody's editor did. */
public final class DamagedFileException extends RuntimeException {

  public DamagedFileException(Path file, String how) {
    super(file + " is damaged: " + how);
  }
}
