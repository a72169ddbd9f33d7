package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryEnded;
import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryStarted;
import io.coffer.contracts.policy.OrganizationPolicyEvent.OrganizationPolicyCreated;
import io.coffer.contracts.policy.OrganizationPolicyEvent.OrganizationPolicyDeleted;
import io.coffer.contracts.policy.OrganizationPolicyEvent.OrganizationPolicyUpdated;
import io.coffer.contracts.policy.OrganizationPolicyEvent.ProjectsDeclared;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import jakarta.enterprise.context.ApplicationScoped;

/** The organizational policies and how projects took them, as a fold of their events. */
@ApplicationScoped
class OrganizationPolicyFold implements NounFold {

  private final OrganizationPolicyStore policies;
  private final OrganizationProjectStore projects;
  private final DeliveryStore deliveries;
  private final DeliveryRetryStore retries;
  private final DeclarationStore declarations;

  OrganizationPolicyFold(
      OrganizationPolicyStore policies,
      OrganizationProjectStore projects,
      DeliveryStore deliveries,
      DeliveryRetryStore retries,
      DeclarationStore declarations) {
    this.policies = policies;
    this.projects = projects;
    this.deliveries = deliveries;
    this.retries = retries;
    this.declarations = declarations;
  }

  @Override
  public void enter(EventTable table) {
    table.inProject(OrganizationPolicyCreated.class, policies::created);
    table.on(
        OrganizationPolicyUpdated.class,
        (event, envelope) ->
            policies.updated(event).chain(() -> retries.changed(event.organizationPolicyId())));
    table.on(
        OrganizationPolicyDeleted.class,
        (event, envelope) -> policies.deleted(event.organizationPolicyId()));
    table.on(
        DeliveryStarted.class,
        (event, envelope) ->
            policies
                .deliveryStarted(event)
                .chain(() -> deliveries.started(event, envelope.project()))
                .chain(() -> retries.started(event, envelope.project())));
    table.on(
        DeliveryEnded.class,
        (event, envelope) -> deliveries.ended(event).chain(() -> retries.ended(event)));
    table.on(
        ProjectsDeclared.class,
        (event, envelope) ->
            projects
                .declared(event, envelope.project())
                .chain(() -> declarations.declared(event, envelope.project())));
  }
}
