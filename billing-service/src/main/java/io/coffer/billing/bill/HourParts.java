package io.coffer.billing.bill;

import static java.util.stream.Collectors.groupingBy;

import io.coffer.billing.metering.VaultRange;
import io.coffer.contracts.billing.HourPart;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which parts an hour is closed, so that each of them has room in memory and in a message.
 * Packages take over the dearest use first, whatever vault it is of: where they cover use at
 * several prices, the vaults are gone through once for each price.
 */
final class HourParts {

  private HourParts() {}

  /** The vaults that a part is about. */
  static VaultRange vaults(HourPart part) {
    return new VaultRange(part.from(), part.until());
  }

  /**
   * The spec codes that the vaults are gone through for next: the dearest ones that a package
   * covers. Empty for all that are left, where a package covers use at one more price at most.
   *
   * @param earlier those whose parts are through
   * @param covered those that a package covers in the hour
   * @param prices none is less than any
   */
  static List<String> specCodes(
      List<String> earlier, Collection<String> covered, Function<String, BigDecimal> prices) {
    TreeMap<BigDecimal, List<String>> left =
        covered.stream()
            .distinct()
            .filter(code -> !earlier.contains(code))
            .sorted()
            .collect(
                groupingBy(
                    prices, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
    return left.size() < 2 ? List.of() : left.firstEntry().getValue();
  }

  /** The spec codes whose parts are through when the vaults were gone through for this part. */
  static List<String> through(HourPart part) {
    return part.until() == null
        ? Stream.concat(part.earlier().stream(), part.specCodes().stream()).toList()
        : part.earlier();
  }
}
