package io.coffer.worker.task;

/**
 * How far a task is, over all its attempts.
 *
 * @param percent 0 to 99: 100 is only known with success
 */
record Progress(int percent, long totalBytes, long processedBytes, long storedBytes) {

  private static final int ALMOST = 99;

  /** What these bytes mean. Nothing to do counts as not begun. */
  static Progress of(long totalBytes, long processedBytes, long storedBytes) {
    long processed = Math.max(0, Math.min(processedBytes, totalBytes));
    int percent =
        totalBytes <= 0 ? 0 : (int) Math.min(ALMOST, (long) (100.0 * processed / totalBytes));
    return new Progress(percent, totalBytes, processed, storedBytes);
  }
}
