package io.coffer.vault.resource;

import io.coffer.contracts.vault.SpecCode;
import java.util.Set;

/** What a vault protects; constants are the values on the wire. */
public enum ObjectType {
  server(
      "0daac4c5-6707-4851-97ba-169e36266b66",
      Set.of("OS::Nova::Server", "OS::Ironic::BareMetalServer")),
  disk("d1603440-187d-4516-af25-121250c7cc97", Set.of("OS::Cinder::Volume")),
  turbo("3f3c3220-245c-4805-b811-758870015881", Set.of("OS::Sfs::Turbo")),
  workspace("0daac4c5-6707-4851-97ba-169e36266b66", Set.of("OS::Workspace::DesktopV2")),
  vmware("a13639de-00be-4e94-af30-26912d75e4a2", Set.of("OS::Native::Server")),
  rds(null, Set.of()),
  file(null, Set.of());

  private final String providerId;
  private final Set<String> resourceTypes;

  ObjectType(String providerId, Set<String> resourceTypes) {
    this.providerId = providerId;
    this.resourceTypes = resourceTypes;
  }

  /** The documented id of what does such backups; null for kinds without one. */
  public String providerId() {
    return providerId;
  }

  /** The product of a vault of this kind. */
  public String specCode(String protectType) {
    return SpecCode.of(name(), protectType);
  }

  /** Whether a resource of this type may be in a vault of this kind. */
  public boolean holds(String resourceType) {
    return resourceTypes.contains(resourceType);
  }
}
