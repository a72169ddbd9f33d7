package io.coffer.worker.source;

/**
 * A volume of a server.
 *
 * @param sizeBytes its exact length now
 * @param bootable whether the server starts from it
 * @param present whether it is where the cloud says it is, answers, and is a disk at all
 */
public record Volume(String id, String name, long sizeBytes, boolean bootable, boolean present) {

  private static final long GIB = 1L << 30;

  /** Its length rounded up to gigabytes, as the API shows it; no volume is smaller than one. */
  public int sizeGb() {
    return (int) Math.max(1, (sizeBytes + GIB - 1) / GIB);
  }
}
