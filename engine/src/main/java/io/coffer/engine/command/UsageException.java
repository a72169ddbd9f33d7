package io.coffer.engine.command;

import io.coffer.engine.EngineException;

/** A command line that makes no sense; the message says why. */
final class UsageException extends EngineException {
  UsageException(String message) {
    super(message);
  }

  /** The same with a line on what would make sense. */
  UsageException with(String usage) {
    return new UsageException(getMessage() + "\n" + usage);
  }
}
