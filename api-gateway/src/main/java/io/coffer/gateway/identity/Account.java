package io.coffer.gateway.identity;

import io.coffer.contracts.billing.Amount;
import java.util.List;
import java.util.Optional;

/**
 * A domain with its one user and what the user may use.
 *
 * @param members the names or ids of other domains that the policies of this one's organization are
 *     for as well
 * @param balance what the domain has when it buys for the first time
 * @param administrator whether the user may see what opens the data without Coffer
 */
public record Account(
    String domainId,
    String domainName,
    String userId,
    String userName,
    String password,
    String accessKey,
    String secretKey,
    List<Project> projects,
    List<String> members,
    boolean administrator,
    Amount balance) {

  /** The account's own project with this id. */
  public Optional<Project> project(String id) {
    return projects.stream().filter(project -> project.id().equals(id)).findFirst();
  }

  /** The account's own project with this name. */
  public Optional<Project> projectNamed(String name) {
    return projects.stream().filter(project -> project.name().equals(name)).findFirst();
  }

  /** Names nobody's secrets. */
  @Override
  public String toString() {
    return "Account[" + domainName + "/" + userName + "]";
  }
}
