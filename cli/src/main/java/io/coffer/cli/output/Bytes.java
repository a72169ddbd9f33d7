package io.coffer.cli.output;

import java.util.Locale;

/** Numbers of bytes for people: powers of ten, as disks are sold. */
public final class Bytes {

  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

  private Bytes() {}

  /** For example {@code 12.3 MB}. */
  public static String text(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 999.95 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }
}
