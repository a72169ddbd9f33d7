package io.coffer.scheduler.organizationpolicy;

import static java.util.stream.Collectors.toSet;

import io.coffer.contracts.policy.OrganizationPolicyCommand.DeclareProjects;
import io.coffer.contracts.policy.OrganizationPolicyEvent.ProjectsDeclared;
import io.coffer.contracts.policy.OrganizationProject;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Has projects that are new take all organizational policies, and those that left let them go. A
 * project that refused one is asked again.
 */
@ApplicationScoped
class DeclareProjectsHandler implements Handler<DeclareProjects, DeclareProjectsHandler.State> {

  private final OrganizationProjectStore projects;
  private final OrganizationPolicyStore policies;
  private final DeliveryStore deliveries;

  DeclareProjectsHandler(
      OrganizationProjectStore projects,
      OrganizationPolicyStore policies,
      DeliveryStore deliveries) {
    this.projects = projects;
    this.policies = policies;
    this.deliveries = deliveries;
  }

  /**
   * What is known.
   *
   * @param projects those that were declared before
   * @param deliveries by policy
   */
  record State(
      List<OrganizationProject> projects,
      List<OrganizationPolicyState> policies,
      Map<UUID, List<Delivery>> deliveries) {}

  @Override
  public Uni<State> load(DeclareProjects command, Envelope envelope) {
    String domain = envelope.project();
    return Loading.of(projects.of(domain))
        .then(known -> policies.states(domain))
        .then((known, all) -> deliveries.of(domain))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, DeclareProjects command, Envelope envelope) {
    List<OrganizationProject> declared =
        command.projects().stream()
            .distinct()
            .sorted(Comparator.comparing(OrganizationProject::projectId))
            .toList();
    Decision.Accepted decision =
        declared.equals(state.projects())
            ? Decision.nothing()
            : Decision.accept(new ProjectsDeclared(declared, envelope.time()));
    for (OrganizationPolicyState policy : state.policies()) {
      List<Delivery> before = state.deliveries().getOrDefault(policy.id(), List.of());
      decision =
          Delivering.order(
              decision,
              policy,
              envelope.project(),
              lacking(declared, before),
              leaving(declared, before),
              envelope.time());
    }
    return decision;
  }

  private static List<OrganizationProject> lacking(
      List<OrganizationProject> declared, List<Delivery> before) {
    Set<OrganizationProject> served =
        before.stream()
            .filter(delivery -> !delivery.status().equals(Delivery.ERROR))
            .map(Delivery::project)
            .collect(toSet());
    return declared.stream().filter(project -> !served.contains(project)).toList();
  }

  private static List<String> leaving(List<OrganizationProject> declared, List<Delivery> before) {
    Set<String> staying = declared.stream().map(OrganizationProject::projectId).collect(toSet());
    return before.stream()
        .map(delivery -> delivery.project().projectId())
        .filter(project -> !staying.contains(project))
        .toList();
  }
}
