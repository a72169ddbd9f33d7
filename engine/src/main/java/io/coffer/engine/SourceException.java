package io.coffer.engine;

/** What was to be backed up could not be read, or is shorter than it said. */
public final class SourceException extends EngineException {
  private final String path;
  private final String reason;

  public SourceException(String path, String message, Throwable cause) {
    super(path + ": " + message, cause);
    this.path = path;
    this.reason = message;
  }

  /** The path inside the snapshot, as the caller of the backup gave it. */
  public String path() {
    return path;
  }

  /** The message without the path. */
  public String reason() {
    return reason;
  }
}
