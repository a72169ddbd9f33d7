package io.coffer.cli.stack;

import io.coffer.cli.home.Secrets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * The file {@code credentials.json}: who may call the API, and how to look into the databases. The
 * gateway reads its accounts from it.
 *
 * @param endpoint where the API is, without a slash at the end
 * @param databases one for each service, by process name
 */
public record Credentials(
    String endpoint,
    String domain,
    String domainId,
    String user,
    String userId,
    String password,
    String accessKey,
    String secretKey,
    List<Project> projects,
    Account other,
    List<Database> databases) {

  public Credentials {
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(domainId, "domain_id");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(userId, "user_id");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(accessKey, "access_key");
    Objects.requireNonNull(secretKey, "secret_key");
    Objects.requireNonNull(projects, "projects");
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(databases, "databases");
    for (StackService service : StackService.values()) {
      if (databases.stream().noneMatch(d -> d != null && service.processName().equals(d.service))) {
        throw new NullPointerException("the database of " + service.processName());
      }
    }
  }

  /** A place for vaults: a tenant's project in one region. */
  public record Project(String id, String name, String region) {}

  /** A second domain, unrelated to the first. */
  public record Account(
      String endpoint,
      String domain,
      String domainId,
      String user,
      String userId,
      String password,
      String accessKey,
      String secretKey,
      List<Project> projects) {}

  /** How to reach one service's database, as its owner. */
  public record Database(
      String service, String host, int port, String user, String password, String database) {}

  static Credentials random(String endpoint, int postgresPort) {
    Account first = account(endpoint, "coffer", "admin");
    return new Credentials(
        endpoint,
        first.domain(),
        first.domainId(),
        first.user(),
        first.userId(),
        first.password(),
        first.accessKey(),
        first.secretKey(),
        first.projects(),
        account(endpoint, "other", "other-admin"),
        List.of(StackService.values()).stream()
            .map(
                service ->
                    new Database(
                        service.processName(),
                        "127.0.0.1",
                        postgresPort,
                        service.database(),
                        Secrets.lettersAndDigits(32),
                        service.database()))
            .toList());
  }

  /** The same secrets at another address. */
  Credentials at(String newEndpoint, int postgresPort) {
    return new Credentials(
        newEndpoint,
        domain,
        domainId,
        user,
        userId,
        password,
        accessKey,
        secretKey,
        projects,
        new Account(
            newEndpoint,
            other.domain(),
            other.domainId(),
            other.user(),
            other.userId(),
            other.password(),
            other.accessKey(),
            other.secretKey(),
            other.projects()),
        databases.stream()
            .map(
                d ->
                    new Database(
                        d.service(), d.host(), postgresPort, d.user(), d.password(), d.database()))
            .toList());
  }

  /** The database of the service with this process name. */
  public Database database(String service) {
    return databases.stream()
        .filter(database -> database.service().equals(service))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No database of " + service));
  }

  /** The project of the first domain with this name or id. */
  public Project project(String nameOrId) {
    return projects.stream()
        .filter(project -> project.name().equals(nameOrId) || project.id().equals(nameOrId))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "There is no project "
                        + nameOrId
                        + "; there are "
                        + String.join(", ", projects.stream().map(Project::name).toList())));
  }

  private static Account account(String endpoint, String domain, String user) {
    return new Account(
        endpoint,
        domain,
        Secrets.hex(32),
        user,
        Secrets.hex(32),
        Secrets.lettersAndDigits(24),
        Secrets.capitalsAndDigits(20),
        Secrets.lettersAndDigits(40),
        List.of(
            new Project(Secrets.hex(32), "region-1", "region-1"),
            new Project(Secrets.hex(32), "region-2", "region-2")));
  }
}
