package io.coffer.contracts.dbom;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import io.coffer.contracts.billing.OrderReference;
import java.time.Instant;
import java.util.UUID;

/** What happened to database O&amp;M instances. Passwords are no part of it, sealed or not. */
public sealed interface InstanceEvent extends Event {

  /** The instance these facts are about. */
  UUID instanceId();

  /**
   * Somebody paid for an instance, which is being made.
   *
   * @param order what it was bought by
   */
  @WireName("coffer.dbom.created.v1")
  record InstanceCreated(
      UUID instanceId, InstanceSettings settings, OrderReference order, Instant createdAt)
      implements InstanceEvent {}

  /**
   * The instance is in this state now.
   *
   * @param reason why it went wrong; null where it did not
   */
  @WireName("coffer.dbom.status-changed.v1")
  record InstanceStatusChanged(
      UUID instanceId,
      String status,
      @JsonInclude(JsonInclude.Include.NON_NULL) String reason,
      Instant changedAt)
      implements InstanceEvent {}

  /** The instance has these settings now. */
  @WireName("coffer.dbom.changed.v1")
  record InstanceChanged(UUID instanceId, InstanceSettings settings, Instant changedAt)
      implements InstanceEvent {}

  /** A user of the instance got another password. */
  @WireName("coffer.dbom.password-reset.v1")
  record PasswordReset(UUID instanceId, String userName, Instant resetAt)
      implements InstanceEvent {}

  /** The instance is closed for this reason, besides those that were told before. */
  @WireName("coffer.dbom.frozen.v1")
  record InstanceFrozen(UUID instanceId, String scene, boolean releasable, Instant frozenAt)
      implements InstanceEvent {}

  /** The reason is over. */
  @WireName("coffer.dbom.thawed.v1")
  record InstanceThawed(UUID instanceId, String scene, Instant thawedAt) implements InstanceEvent {}

  /** The instance is gone. */
  @WireName("coffer.dbom.deleted.v1")
  record InstanceDeleted(UUID instanceId, Instant deletedAt) implements InstanceEvent {}
}
