package io.coffer.gateway.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.gateway.contract.QueryParameters;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.identity.Account;
import io.coffer.gateway.identity.Accounts;
import io.coffer.gateway.identity.Project;
import io.coffer.gateway.request.GatewayRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/** The projects of the caller's own account, in the shapes of IAM and of chapter 4.13. */
@Path("/v3")
public class ProjectsResource {

  private final Accounts accounts;

  ProjectsResource(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Filtered by name this is how clients turn a region into a project id. */
  @GET
  @Path("projects")
  public Uni<Response> projects(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    request.checkedQuery();
    QueryParameters query = request.query();
    Account account = request.caller().account();
    return page(request, "/v3/projects", cut(query, matching(query, account)));
  }

  @GET
  @Path("auth/projects")
  public Uni<Response> mayUse(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return page(request, "/v3/auth/projects", request.caller().account().projects());
  }

  /** Chapter 4.13.1. */
  @GET
  @Path("region-projects")
  public Uni<Response> regions(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return page(request, "/v3/auth/projects", request.caller().account().projects());
  }

  /** Chapter 4.13.2, for the caller's own domain; any other is refused, existing or not. */
  @GET
  @Path("domain/{domain_name}/projects")
  public Uni<Response> ofDomain(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Account account = request.caller().account();
    if (!account.domainName().equals(request.variable("domain_name"))) {
      throw foreign();
    }
    ObjectNode body = Json.MAPPER.createObjectNode();
    for (Project project : account.projects()) {
      body.withArray("projects")
          .addObject()
          .put("project_id", project.id())
          .put("project_name", project.name());
    }
    return answer(request, body);
  }

  /** Chapter 4.13.3, for the caller's own projects. */
  @GET
  @Path("domain/{source_project_id}")
  public Uni<Response> domain(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Account account = request.caller().account();
    Project project =
        account
            .project(request.variable("source_project_id"))
            .orElseThrow(ProjectsResource::foreign);
    return answer(
        request,
        Json.MAPPER
            .createObjectNode()
            .put("project_id", project.id())
            .put("project_name", project.name())
            .put("domain_id", account.domainId())
            .put("domain_name", account.domainName()));
  }

  private static List<Project> matching(QueryParameters query, Account account) {
    boolean none =
        differs(query, "domain_id", account.domainId())
            || differs(query, "parent_id", account.domainId())
            || differs(query, "enabled", "true")
            || differs(query, "is_domain", "false");
    Stream<Project> projects = none ? Stream.empty() : account.projects().stream();
    return projects.filter(project -> !differs(query, "name", project.name())).toList();
  }

  private static boolean differs(QueryParameters query, String name, String value) {
    String wanted = query.first(name);
    return wanted != null && !wanted.isEmpty() && !wanted.equalsIgnoreCase(value);
  }

  private static List<Project> cut(QueryParameters query, List<Project> projects) {
    if (query.first("page") == null || query.first("per_page") == null) {
      return projects;
    }
    long size = Long.parseLong(query.first("per_page"));
    return projects.stream()
        .skip((Long.parseLong(query.first("page")) - 1) * size)
        .limit(size)
        .toList();
  }

  private Uni<Response> page(GatewayRequest request, String self, List<Project> projects) {
    String endpoint = IdentityAnswer.endpoint(accounts, request);
    return answer(request, ProjectJson.page(endpoint, self, request.caller().account(), projects));
  }

  private static Uni<Response> answer(GatewayRequest request, ObjectNode body) {
    return Uni.createFrom().item(IdentityAnswer.of(200, body, request).build());
  }

  private static ApiException foreign() {
    return ApiException.of(CbrError.ACCESS_DENIED, "API access denied.");
  }
}
