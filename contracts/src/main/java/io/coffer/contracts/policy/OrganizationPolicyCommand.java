package io.coffer.contracts.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What may be asked of organizational policies (chapter 4.9). They belong to an account, whose id
 * is the key of all these.
 */
public sealed interface OrganizationPolicyCommand extends Command {

  /**
   * Makes the organizational policy {@code DerivedId.policy(command id)}.
   *
   * @param domainName what the account is called
   */
  @WireName("coffer.organization-policy.create.v1")
  record CreateOrganizationPolicy(String domainName, OrganizationPolicySettings settings)
      implements OrganizationPolicyCommand {}

  /** Changes what is not null, in the trigger too, and leaves the rest. */
  @WireName("coffer.organization-policy.update.v1")
  record UpdateOrganizationPolicy(
      UUID organizationPolicyId,
      String name,
      String description,
      String effectiveScope,
      String policyName,
      Boolean policyEnabled,
      JsonNode policyOperationDefinition,
      PolicyTrigger policyTrigger)
      implements OrganizationPolicyCommand {}

  /** Deletes the organizational policy, from all projects too. */
  @WireName("coffer.organization-policy.delete.v1")
  record DeleteOrganizationPolicy(UUID organizationPolicyId) implements OrganizationPolicyCommand {}

  /**
   * Says which projects the account and its members have; those that are not named any more have
   * left.
   *
   * @param asOf when that was so: what is older than what is known is passed over, and what is as
   *     old only adds; null for whoever cannot say
   */
  @WireName("coffer.organization-policy.declare-projects.v1")
  record DeclareProjects(
      List<OrganizationProject> projects, @JsonInclude(JsonInclude.Include.NON_NULL) Instant asOf)
      implements OrganizationPolicyCommand {}

  /**
   * A project tells how it took a policy, or that it let it go.
   *
   * @param error why it did not; null where it did
   */
  @WireName("coffer.organization-policy.report-delivery.v1")
  record ReportDelivery(UUID organizationPolicyId, String projectId, long revision, String error)
      implements OrganizationPolicyCommand {}
}
