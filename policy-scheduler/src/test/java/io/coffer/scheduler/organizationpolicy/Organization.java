package io.coffer.scheduler.organizationpolicy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Message;
import io.coffer.contracts.Topic;
import io.coffer.contracts.policy.OrganizationPolicyCommand.CreateOrganizationPolicy;
import io.coffer.contracts.policy.OrganizationPolicyCommand.DeclareProjects;
import io.coffer.contracts.policy.OrganizationPolicySettings;
import io.coffer.contracts.policy.OrganizationProject;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.coffer.scheduler.Samples;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** An account with projects of its own and of its members. */
final class Organization implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final String bootstrapServers;
  private final String domain = id();
  private final Wire wire;
  private final List<Member> members = new ArrayList<>();
  private Instant time = Samples.TIME;

  /** A project. */
  record Member(String project, String name, Wire wire) {

    Wire.Outcome ask(Message command) {
      return wire.outcome(wire.send(command, Samples.TIME.plusSeconds(60)));
    }

    /** What it was given by an organizational policy. */
    JsonNode policy(UUID organizationPolicyId) {
      return Samples.json(read(organizationPolicyId).then().statusCode(200).extract().asString())
          .path("policy");
    }

    void withoutPolicy(UUID organizationPolicyId) {
      await().atMost(LIMIT).until(() -> read(organizationPolicyId).statusCode() == 404);
    }

    private Response read(UUID organizationPolicyId) {
      return get(project, "/policies/" + DerivedId.delivered(organizationPolicyId, project));
    }
  }

  Organization(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    wire = new Wire(bootstrapServers, domain, "policy-scheduler", Topic.POLICY_EVENTS);
  }

  String domain() {
    return domain;
  }

  Wire wire() {
    return wire;
  }

  Member member(String name) {
    String project = id();
    Member member =
        new Member(
            project,
            name,
            new Wire(bootstrapServers, project, "policy-scheduler", Topic.POLICY_EVENTS));
    members.add(member);
    return member;
  }

  void declare(Member... projects) {
    declare(null, projects);
  }

  /** The account's projects are these, as somebody knows who has a list of that time. */
  void declare(Instant asOf, Member... projects) {
    List<OrganizationProject> all =
        Stream.of(projects)
            .map(one -> new OrganizationProject(one.project(), one.name(), domain, "account"))
            .toList();
    assertThat(ask(new DeclareProjects(all, asOf)).status()).isEqualTo(204);
  }

  static OrganizationPolicySettings settings(PolicySettings policy) {
    return new OrganizationPolicySettings(
        "everywhere",
        null,
        null,
        policy.operationType(),
        policy.name(),
        policy.enabled(),
        policy.operationDefinition(),
        policy.trigger());
  }

  JsonNode create(String definition) {
    return create(Samples.backup(definition));
  }

  JsonNode create(PolicySettings policy) {
    return ask(new CreateOrganizationPolicy("name of the account", settings(policy))).body();
  }

  /** A policy that all projects have. */
  UUID policy(String definition) {
    UUID id = UUID.fromString(create(definition).at("/policy/id").asText());
    assertThat(settled(id)).isEqualTo("available");
    return id;
  }

  Wire.Outcome ask(Message command) {
    time = time.plusSeconds(1);
    return wire.outcome(wire.send(command, time));
  }

  /** How the policy stands once all projects have answered. */
  String settled(UUID id) {
    return await()
        .atMost(LIMIT)
        .until(
            () -> get(domain, path(id)).jsonPath().getString("policy.status"),
            status -> !"syncing".equals(status));
  }

  /** Of each project its name and its error. */
  List<String> details(UUID id) {
    JsonNode answer = Samples.json(get(domain, path(id + "/policy-detail")).asString());
    List<String> details = new ArrayList<>();
    answer
        .path("policies")
        .forEach(
            one ->
                details.add(
                    one.path("project_name").asText() + " " + one.path("error_msg").asText()));
    return details;
  }

  int status(Object path) {
    return get(domain, path(path)).statusCode();
  }

  private static String path(Object below) {
    return "/organization-policies/" + below;
  }

  private static Response get(String project, String path) {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get("/internal/projects/" + project + path);
  }

  private static String id() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  @Override
  public void close() {
    members.forEach(member -> member.wire().close());
    wire.close();
  }
}
