package io.coffer.scheduler.policy;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.messaging.decision.Answer;
import java.util.Map;
import java.util.UUID;

/** A vault and a policy that came to it or went from it (table 4-230). */
@JsonNaming(SnakeCaseStrategy.class)
record VaultPolicyView(UUID vaultId, UUID policyId, String destinationVaultId) {

  static Answer applied(UUID vaultId, UUID policyId, String destinationVaultId) {
    return Answer.ok(
        Map.of("associate_policy", new VaultPolicyView(vaultId, policyId, destinationVaultId)));
  }

  static Answer removed(UUID vaultId, UUID policyId) {
    return Answer.ok(Map.of("dissociate_policy", new VaultPolicyView(vaultId, policyId, null)));
  }
}
