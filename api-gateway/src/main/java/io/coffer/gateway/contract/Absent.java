package io.coffer.gateway.contract;

import io.coffer.contracts.CbrError;
import io.coffer.gateway.error.ApiException;

/**
 * What is not there, or is another project's, in the words of its owner: nobody can tell which of
 * the two.
 */
public final class Absent {

  private Absent() {}

  /** A resource of the cloud, by its type. */
  public static ApiException resource(String type, String id) {
    return switch (type) {
      case "OS::Nova::Server" -> of(CbrError.SERVER_NOT_FOUND, "Server", id);
      case "OS::Cinder::Volume" -> of(CbrError.DISK_NOT_FOUND, "Volume", id);
      case "OS::Sfs::Turbo" -> of(CbrError.SFS_TURBO_FILE_SYSTEM_NOT_EXIST, "File system", id);
      default -> of(CbrError.RESOURCE_NOT_FOUND, "Resource", id);
    };
  }

  static ApiException of(CbrError error, String noun, String id) {
    return ApiException.of(error, noun + " " + printable(id) + " does not exist.");
  }

  private static String printable(String id) {
    String shown = id.codePointCount(0, id.length()) > 64 ? id.substring(0, 64) + "..." : id;
    return shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
  }
}
