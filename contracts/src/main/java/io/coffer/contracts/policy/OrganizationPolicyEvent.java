package io.coffer.contracts.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to organizational policies and to the projects of an account. */
public sealed interface OrganizationPolicyEvent extends Event {

  /** An organizational policy exists. Intervals of its patterns are counted from this day. */
  @WireName("coffer.organization-policy.created.v1")
  record OrganizationPolicyCreated(
      UUID organizationPolicyId,
      String domainName,
      OrganizationPolicySettings settings,
      Instant createdAt)
      implements OrganizationPolicyEvent {}

  /** The organizational policy has these settings now. */
  @WireName("coffer.organization-policy.updated.v1")
  record OrganizationPolicyUpdated(
      UUID organizationPolicyId, OrganizationPolicySettings settings, Instant updatedAt)
      implements OrganizationPolicyEvent {}

  /** The organizational policy is gone, and is ordered to go from all projects. */
  @WireName("coffer.organization-policy.deleted.v1")
  record OrganizationPolicyDeleted(UUID organizationPolicyId, Instant deletedAt)
      implements OrganizationPolicyEvent {}

  /**
   * Projects are ordered to take the policy as it is now, or to let it go.
   *
   * @param revision greater than that of any order that these projects were given before
   */
  @WireName("coffer.organization-policy.delivery-started.v1")
  record DeliveryStarted(
      UUID organizationPolicyId,
      long revision,
      List<OrganizationProject> projects,
      List<String> leavingProjectIds,
      Instant startedAt)
      implements OrganizationPolicyEvent {}

  /**
   * A project has taken the policy, or let it go, or refused to.
   *
   * @param error why it refused; null where it did not
   */
  @WireName("coffer.organization-policy.delivery-ended.v1")
  record DeliveryEnded(
      UUID organizationPolicyId, String projectId, long revision, String error, Instant endedAt)
      implements OrganizationPolicyEvent {}

  /**
   * The account and its members have these projects and no others.
   *
   * @param asOf when that was so; null where nobody said
   */
  @WireName("coffer.organization-policy.projects-declared.v1")
  record ProjectsDeclared(
      List<OrganizationProject> projects,
      Instant declaredAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) Instant asOf)
      implements OrganizationPolicyEvent {}
}
