package io.coffer.contracts.policy;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a user chooses about a policy and may read back (table 4-350).
 *
 * @param operationType {@code backup} or {@code replication}; never changes
 * @param operationDefinition what is done and how long it is kept, the object that the client sent
 * @param policyType a word of newer clients, returned as it is; null for none
 */
public record PolicySettings(
    String name,
    boolean enabled,
    String operationType,
    JsonNode operationDefinition,
    PolicyTrigger trigger,
    String policyType) {}
