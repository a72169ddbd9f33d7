package io.coffer.contracts.vault;

/** Which product a vault is. */
public final class SpecCode {

  private static final String REPLICATION = "vault.replication.server.normal";

  private SpecCode() {}

  /** The product of a vault for this kind of resources and this kind of protection. */
  public static String of(String objectType, String protectType) {
    if (protectType.equals("replication")) {
      return REPLICATION;
    }
    return switch (objectType) {
      case "disk" -> "vault.backup.volume.normal";
      case "turbo" -> "vault.backup.turbo.normal";
      case "vmware" -> "vault.hybrid.server.normal";
      case "rds" -> "vault.backup.rds.normal";
      case "file" -> "vault.backup.file.normal";
      default -> "vault.backup.server.normal";
    };
  }
}
