package io.coffer.contracts.vault;

import io.coffer.contracts.CbrError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be backed up. Messages and tables carry the name, so that they outlive this list. */
public enum ResourceType {
  SERVER("Server", CbrError.SERVER_NOT_FOUND, "OS::Nova::Server"),
  BARE_METAL("Server", CbrError.SERVER_NOT_FOUND, "OS::Ironic::BareMetalServer"),
  NATIVE("Server", CbrError.SERVER_NOT_FOUND, "OS::Native::Server"),
  DISK("Volume", CbrError.DISK_NOT_FOUND, "OS::Cinder::Volume"),
  TURBO("File system", CbrError.SFS_TURBO_FILE_SYSTEM_NOT_EXIST, "OS::Sfs::Turbo"),
  DESKTOP(
      "Desktop", CbrError.RESOURCE_NOT_FOUND, "OS::Workspace::DesktopV2", "OS::Workspace::Desktop");

  private final String noun;
  private final CbrError missing;
  private final List<String> names;

  ResourceType(String noun, CbrError missing, String... names) {
    this.noun = noun;
    this.missing = missing;
    this.names = List.of(names);
  }

  /** The type that goes by a name; empty for an unknown one. */
  public static Optional<ResourceType> of(String name) {
    return Arrays.stream(values()).filter(type -> type.isNamed(name)).findFirst();
  }

  /** The name on the wire; the first one where there are two. */
  public String wireName() {
    return names.get(0);
  }

  /** Whether it goes by this name. */
  public boolean isNamed(String name) {
    return name != null && names.contains(name);
  }

  /** Whether its backups are of all of it, and not one of each volume. */
  public boolean isWhole() {
    return this == DISK || this == TURBO;
  }

  /** What it is called in sentences. */
  public String noun() {
    return noun;
  }

  /** The error of one that is not there. */
  public CbrError missing() {
    return missing;
  }
}
