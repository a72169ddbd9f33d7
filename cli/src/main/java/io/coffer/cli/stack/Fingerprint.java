package io.coffer.cli.stack;

import io.coffer.contracts.Sha256;
import java.util.HexFormat;

/** A few letters that tell two secrets apart and give neither away. */
final class Fingerprint {

  private static final int BYTES = 4;

  private Fingerprint() {}

  static String of(String secret) {
    return HexFormat.of().formatHex(Sha256.of(secret), 0, BYTES);
  }
}
