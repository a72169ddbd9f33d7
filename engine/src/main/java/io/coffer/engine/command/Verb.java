package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.EngineException;

/** A command of the engine. */
interface Verb {
  /** Its name, and all that it takes: nothing else is given to it. */
  Syntax syntax();

  /**
   * Does it, telling the output on the way.
   *
   * @param answer filled with the fields of a session's answer
   * @return the exit code
   * @throws EngineException if it fails
   */
  int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer);
}
