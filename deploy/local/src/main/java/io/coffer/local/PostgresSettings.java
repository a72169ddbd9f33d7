package io.coffer.local;

import java.nio.file.Path;

/**
 * Where one PostgreSQL server lives.
 *
 * @param binaries the unpacked programs, see {@link PostgresBinaries}
 * @param data the cluster's directory, made at first start
 * @param log the file that takes what the server prints
 * @param port of 127.0.0.1
 * @param password of the superuser {@link PostgresServer#SUPERUSER}, used when the cluster is made
 * @param fsync false only where losing everything with the machine does not matter
 */
public record PostgresSettings(
    Path binaries, Path data, Path log, int port, String password, boolean fsync) {

  String program(String name) {
    return binaries.toAbsolutePath().resolve("bin").resolve(name).toString();
  }
}
