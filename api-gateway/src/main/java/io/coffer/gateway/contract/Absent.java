package io.coffer.gateway.contract;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.gateway.error.ApiException;

/**
 * What is not there, or is another project's, in the words of its owner: nobody can tell which of
 * the two.
 */
public final class Absent {

  private Absent() {}

  /** A resource of the cloud, by its type. */
  public static ApiException resource(String type, String id) {
    return ResourceType.of(type)
        .map(known -> of(known.missing(), known.noun(), id))
        .orElseGet(() -> of(CbrError.RESOURCE_NOT_FOUND, "Resource", id));
  }

  static ApiException of(CbrError error, String noun, String id) {
    return ApiException.of(error, noun + " " + printable(id) + " does not exist.");
  }

  private static String printable(String id) {
    String shown = id.codePointCount(0, id.length()) > 64 ? id.substring(0, 64) + "..." : id;
    return shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
  }
}
