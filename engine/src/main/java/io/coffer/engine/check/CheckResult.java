package io.coffer.engine.check;

import java.util.List;

/**
 * What a check found.
 *
 * @param errors each names the file or blob that is hurt
 * @param damagedSnapshots ids of the snapshots that use something damaged
 * @param hints what is untidy but harms nothing, such as packs that no index lists
 */
public record CheckResult(
    List<String> errors,
    List<String> damagedSnapshots,
    List<String> hints,
    int snapshots,
    int packs,
    long readBytes) {
  public boolean isClean() {
    return errors.isEmpty();
  }
}
