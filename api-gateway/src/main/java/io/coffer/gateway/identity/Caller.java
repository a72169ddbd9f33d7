package io.coffer.gateway.identity;

import java.util.Optional;

/**
 * Who asks, proved.
 *
 * @param token what proved it; null when a signature did
 */
public record Caller(Account account, Token token) {

  /**
   * The caller's project with this id: any project of the account for a signature, the one project
   * of its scope for a token.
   */
  public Optional<Project> mayUse(String projectId) {
    if (token == null) {
      return account.project(projectId);
    }
    return token.scope() instanceof Scope.OfProject of && of.project().id().equals(projectId)
        ? Optional.of(of.project())
        : Optional.empty();
  }
}
