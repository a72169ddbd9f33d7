package io.coffer.gateway.policy;

import io.coffer.contracts.CbrError;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What the owner of policies says of one that a request names. */
@ApplicationScoped
public class KnownPolicy {

  private final OwnerClient owners;

  KnownPolicy(OwnerClient owners) {
    this.owners = owners;
  }

  /**
   * Fails with the documented error unless it makes backups. Asks nobody about null.
   *
   * @param field where the request names it
   */
  public Uni<Void> ofBackups(String project, UUID policy, String field) {
    return policy == null
        ? Uni.createFrom().voidItem()
        : owners
            .ofProject(Owner.POLICY_SCHEDULER, project, "policies/" + policy + "/operation-type")
            .invoke(answer -> check(policy, field, answer))
            .replaceWithVoid();
  }

  private static void check(UUID policy, String field, OwnerAnswer answer) {
    if (!answer.isSuccess()) {
      throw ApiException.of(
          CbrError.POLICY_NOT_FOUND, "Policy " + policy + " of " + field + " does not exist.");
    }
    if (!answer.as(String.class).equals("backup")) {
      throw ApiException.of(
          CbrError.POLICY_CANNOT_APPLIED_VAULT,
          "Policy " + policy + " of " + field + " does not make backups.");
    }
  }
}
