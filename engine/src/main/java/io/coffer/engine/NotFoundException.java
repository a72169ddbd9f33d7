package io.coffer.engine;

/** No such repository, snapshot or path. */
public final class NotFoundException extends EngineException {
  public NotFoundException(String message) {
    super(message);
  }
}
