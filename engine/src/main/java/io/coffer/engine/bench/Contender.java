package io.coffer.engine.bench;

import java.io.IOException;
import java.nio.file.Path;

/** One of those that are measured: does commands on a repository of its own. */
interface Contender extends AutoCloseable {
  String name();

  /** Begins with an empty repository. */
  void init(Path repository) throws IOException;

  /** Does one command and gives the seconds it took. */
  double run(String... words) throws IOException;

  @Override
  default void close() throws IOException {}
}
