package io.coffer.cli.home;

import io.coffer.contracts.Sha256;
import java.util.HexFormat;

/** A few letters that tell two secrets apart and give neither away. */
public final class Fingerprint {

  private static final int BYTES = 4;

  private Fingerprint() {}

  public static String of(String secret) {
    return HexFormat.of().formatHex(Sha256.of(secret), 0, BYTES);
  }
}
