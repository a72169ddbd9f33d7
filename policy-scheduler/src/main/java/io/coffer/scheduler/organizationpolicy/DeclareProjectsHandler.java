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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Has projects that are new take all organizational policies, and those that left let them go. A
 * project that refused one is asked again. Gateways may read different files: the newer one counts,
 * whichever of them starts last, and of two that are as old neither takes anything away.
 */
@ApplicationScoped
class DeclareProjectsHandler implements Handler<DeclareProjects, DeclareProjectsHandler.State> {

  private final DeclarationStore declarations;
  private final OrganizationProjectStore projects;
  private final OrganizationPolicyStore policies;
  private final DeliveryStore deliveries;

  DeclareProjectsHandler(
      DeclarationStore declarations,
      OrganizationProjectStore projects,
      OrganizationPolicyStore policies,
      DeliveryStore deliveries) {
    this.declarations = declarations;
    this.projects = projects;
    this.policies = policies;
    this.deliveries = deliveries;
  }

  /**
   * What is known.
   *
   * @param asOf of when the list of projects is
   * @param projects those that were declared before
   * @param deliveries by policy
   */
  record State(
      Instant asOf,
      List<OrganizationProject> projects,
      List<OrganizationPolicyState> policies,
      Map<UUID, List<Delivery>> deliveries) {}

  @Override
  public Uni<State> load(DeclareProjects command, Envelope envelope) {
    String domain = envelope.project();
    return Loading.of(declarations.asOf(domain))
        .then(asOf -> projects.of(domain))
        .then((asOf, known) -> policies.states(domain))
        .then((asOf, known, all) -> deliveries.of(domain))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, DeclareProjects command, Envelope envelope) {
    Instant asOf = asOf(command, envelope);
    if (asOf.isBefore(state.asOf())) {
      return Decision.nothing();
    }
    boolean newer = asOf.isAfter(state.asOf());
    List<OrganizationProject> declared =
        declared(command, asOf.equals(Instant.MIN) || newer ? List.of() : state.projects());
    Decision.Accepted decision =
        declared.equals(state.projects()) && !newer
            ? Decision.nothing()
            : Decision.accept(
                new ProjectsDeclared(
                    declared, envelope.time(), asOf.equals(Instant.MIN) ? null : asOf));
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

  /** A file from the future would have to be waited for. */
  private static Instant asOf(DeclareProjects command, Envelope envelope) {
    if (command.asOf() == null) {
      return Instant.MIN;
    }
    return command.asOf().isAfter(envelope.time()) ? envelope.time() : command.asOf();
  }

  /** Those that stay, as they are known, and those that the command names beside them. */
  private static List<OrganizationProject> declared(
      DeclareProjects command, List<OrganizationProject> staying) {
    Map<String, OrganizationProject> all = new TreeMap<>();
    Stream.concat(staying.stream(), command.projects().stream())
        .forEach(project -> all.putIfAbsent(project.projectId(), project));
    return List.copyOf(all.values());
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
