package io.coffer.contracts.policy;

import java.util.UUID;

/** What the owner of a vault said of it when the request came. */
public record VaultFacts(
    UUID id, String status, String objectType, String protectType, String cloudType) {}
