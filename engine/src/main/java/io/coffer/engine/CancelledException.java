package io.coffer.engine;

/** The caller asked the running work to stop. */
public final class CancelledException extends EngineException {
  public CancelledException() {
    super("cancelled");
  }
}
