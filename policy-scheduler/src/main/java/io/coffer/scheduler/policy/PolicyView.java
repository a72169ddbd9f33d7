package io.coffer.scheduler.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.policy.PolicyTrigger;
import io.coffer.owner.time.WireTime;
import io.coffer.scheduler.association.Association;
import java.util.List;
import java.util.UUID;

/** A policy on the wire (table 4-355): what the client sent and nothing made up. */
@JsonNaming(SnakeCaseStrategy.class)
record PolicyView(
    UUID id,
    String name,
    boolean enabled,
    String operationType,
    String policyType,
    JsonNode operationDefinition,
    Trigger trigger,
    List<AssociatedVault> associatedVaults,
    @JsonProperty("x_organization_policy_id") UUID organizationPolicyId) {

  /** So many vaults are shown of a policy that is applied to more: an answer has an end. */
  static final int MOST_VAULTS = 5_000;

  /** When it acts (table 4-357). */
  record Trigger(UUID id, String name, String type, Properties properties) {}

  /** The texts of the client, and the moment from which intervals are counted. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Properties(
      List<String> pattern,
      String startTime,
      Integer startWindowMinutes,
      @JsonProperty("x_schedule_timezone") String scheduleTimezone) {}

  /** A vault that it is applied to. */
  @JsonNaming(SnakeCaseStrategy.class)
  record AssociatedVault(UUID vaultId, String destinationVaultId) {}

  /** The only element of an answer. */
  record One(PolicyView policy) {}

  static PolicyView of(PolicyRow row, List<Association> associations) {
    PolicySettings settings = row.settings;
    PolicyTrigger trigger = settings.trigger();
    return new PolicyView(
        row.id,
        settings.name(),
        settings.enabled(),
        settings.operationType(),
        settings.policyType(),
        settings.operationDefinition(),
        new Trigger(
            DerivedId.of(row.id, "trigger"),
            "default",
            "time",
            new Properties(
                trigger.pattern(),
                WireTime.offset(row.createdAt),
                trigger.startWindowMinutes(),
                trigger.scheduleTimezone())),
        associations.stream()
            .map(one -> new AssociatedVault(one.vaultId(), one.destinationVaultId()))
            .toList(),
        row.organizationPolicyId);
  }
}
