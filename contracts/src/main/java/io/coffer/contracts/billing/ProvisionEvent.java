package io.coffer.contracts.billing;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.util.UUID;

/** What billing learnt in a project of what was ordered for it. The project is the key. */
public sealed interface ProvisionEvent extends Event {

  /** A line of an order of this domain was fulfilled. */
  @WireName("coffer.provision.succeeded.v1")
  record ProvisionSucceeded(UUID order, int line, UUID resourceId, String domainId)
      implements ProvisionEvent {}

  /** Something that this domain had bought is gone for good. */
  @WireName("coffer.provision.ended.v1")
  record ProvisionEnded(UUID resourceId, String domainId) implements ProvisionEvent {}

  /** A line of an order of this domain cannot be fulfilled. */
  @WireName("coffer.provision.failed.v1")
  record ProvisionFailed(
      UUID order, int line, UUID resourceId, String domainId, String code, String message)
      implements ProvisionEvent {}
}
