package io.coffer.vault.capacity;

import io.coffer.contracts.Json;
import io.coffer.contracts.vault.VaultSettings;
import java.util.Map;
import java.util.Optional;

/** Arithmetic of a vault's capacity. */
public final class Capacity {

  /** The largest vault, in gigabytes. */
  public static final int LARGEST_GB = 10_485_760;

  private static final long GB = 1L << 30;
  private static final long MB = 1L << 20;

  private Capacity() {}

  /** Whether nothing more may be backed up. What is paid for as it comes is never full. */
  public static boolean isFull(VaultSettings settings, long usedBytes) {
    return !settings.demandBilling() && isFull(settings.sizeGb(), usedBytes);
  }

  /** Whether more of it is used than its threshold says. */
  public static boolean isAboveThreshold(VaultSettings settings, long usedBytes) {
    return usedBytes > settings.sizeGb() * GB * settings.threshold() / 100;
  }

  static boolean isFull(int sizeGb, long usedBytes) {
    return usedBytes >= sizeGb * GB;
  }

  /** Whether this size is too small for what is stored. */
  public static boolean isBelow(int sizeGb, long usedBytes) {
    return sizeGb * GB < usedBytes;
  }

  /**
   * The settings of a full vault that expands by itself: 1.25 times as large, as often as it takes.
   * Empty when it is not full, does not expand, or cannot.
   */
  public static Optional<VaultSettings> expanded(VaultSettings settings, long usedBytes) {
    int sizeGb = settings.sizeGb();
    while (settings.autoExpand() && isFull(sizeGb, usedBytes) && sizeGb < LARGEST_GB) {
      sizeGb = (int) Math.min(LARGEST_GB, (sizeGb * 5L + 3) / 4);
    }
    return sizeGb == settings.sizeGb()
        ? Optional.empty()
        : Optional.of(Json.changed(settings, Map.of("sizeGb", sizeGb)));
  }

  /** Bytes in megabytes, rounded up, as far as the wire's integers go. */
  public static int megabytes(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, (bytes + MB - 1) / MB);
  }

  /** Gigabytes in megabytes, as far as the wire's integers go. */
  public static int megabytesOf(long gigabytes) {
    return (int) Math.min(Integer.MAX_VALUE, gigabytes * 1024);
  }
}
