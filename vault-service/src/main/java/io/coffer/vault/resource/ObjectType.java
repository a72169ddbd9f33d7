package io.coffer.vault.resource;

import io.coffer.contracts.vault.ResourceType;
import io.coffer.contracts.vault.SpecCode;
import java.util.Set;

/** What a vault protects; constants are the values on the wire. */
public enum ObjectType {
  server(
      "0daac4c5-6707-4851-97ba-169e36266b66", Set.of(ResourceType.SERVER, ResourceType.BARE_METAL)),
  disk("d1603440-187d-4516-af25-121250c7cc97", Set.of(ResourceType.DISK)),
  turbo("3f3c3220-245c-4805-b811-758870015881", Set.of(ResourceType.TURBO)),
  workspace("0daac4c5-6707-4851-97ba-169e36266b66", Set.of(ResourceType.DESKTOP)),
  vmware("a13639de-00be-4e94-af30-26912d75e4a2", Set.of(ResourceType.NATIVE)),
  rds(null, Set.of()),
  file(null, Set.of());

  private final String providerId;
  private final Set<ResourceType> resourceTypes;

  ObjectType(String providerId, Set<ResourceType> resourceTypes) {
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
    return resourceTypes.stream().anyMatch(type -> type.isNamed(resourceType));
  }
}
