package io.coffer.gateway.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What the owner of policies says of one that a request names. */
@ApplicationScoped
public class KnownPolicy {

  private static final Logger LOG = Logger.getLogger(KnownPolicy.class);

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
            .ofProject(Owner.POLICY_SCHEDULER, project, "policies/" + policy)
            .invoke(answer -> check(policy, field, answer))
            .replaceWithVoid();
  }

  private static void check(UUID policy, String field, OwnerAnswer answer) {
    if (!answer.isSuccess()) {
      throw ApiException.of(
          CbrError.POLICY_NOT_FOUND, "Policy " + policy + " of " + field + " does not exist.");
    }
    if (!type(answer).equals("backup")) {
      throw ApiException.of(
          CbrError.POLICY_CANNOT_APPLIED_VAULT,
          "Policy " + policy + " of " + field + " does not make backups.");
    }
  }

  private static String type(OwnerAnswer answer) {
    try {
      JsonNode policy = Json.MAPPER.readTree(answer.body()).path("policy");
      return policy.path("operation_type").asText();
    } catch (IOException e) {
      LOG.warnf("what is said of a policy cannot be read: %s", e.getMessage());
      throw ApiException.unavailable();
    }
  }
}
