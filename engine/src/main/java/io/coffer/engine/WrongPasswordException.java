package io.coffer.engine;

/** The password, or the given master key, opens nothing in this repository. */
public final class WrongPasswordException extends EngineException {
  public WrongPasswordException(String message) {
    super(message);
  }
}
