package io.coffer.messaging.testing;

import io.coffer.contracts.Json;
import io.coffer.contracts.vault.VaultSettings;
import java.util.List;
import java.util.Map;

/** A vault as anybody may have chosen it: for servers, of 100 GB, paid by use. */
public final class SampleVault {

  private static final VaultSettings PLAIN =
      new VaultSettings(
          "vault",
          "",
          "server",
          "backup",
          "crash_consistent",
          "public",
          "post_paid",
          100,
          false,
          false,
          List.of(),
          false,
          80,
          true,
          false,
          false,
          null,
          "0",
          null,
          null);

  private SampleVault() {}

  public static VaultSettings settings() {
    return PLAIN;
  }

  /**
   * @param other what is not as usual, by the names of the fields
   */
  public static VaultSettings settings(Map<String, Object> other) {
    return Json.changed(PLAIN, other);
  }
}
