package io.coffer.contracts.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * A part of what is used in an hour: of vaults from one id to another, as their text is ordered.
 * The dearest use has parts of its own before the others, where packages take over some of it.
 *
 * @param from the first id; null for the first of all
 * @param until the first id that is not in it; null for the end
 * @param earlier spec codes whose parts come before, the dearest first
 * @param specCodes those that it is about; empty for all but the earlier ones
 */
public record HourPart(
    @JsonInclude(JsonInclude.Include.NON_NULL) UUID from,
    @JsonInclude(JsonInclude.Include.NON_NULL) UUID until,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> earlier,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> specCodes) {

  /** All of an hour. */
  public static final HourPart WHOLE = new HourPart(null, null, List.of(), List.of());

  public HourPart {
    earlier = earlier == null ? List.of() : List.copyOf(earlier);
    specCodes = specCodes == null ? List.of() : List.copyOf(specCodes);
  }

  /** Whether use under this spec code is in it. */
  public boolean includes(String specCode) {
    return specCodes.isEmpty() ? !earlier.contains(specCode) : specCodes.contains(specCode);
  }

  /** Whether no part of the hour comes behind it. */
  public boolean ends() {
    return until == null && specCodes.isEmpty();
  }
}
