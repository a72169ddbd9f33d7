package io.coffer.contracts.vault;

/** What an order of a vault that is there says of it. */
public record VaultOrderFacts(String name, String specCode, int sizeGb, String chargingMode) {}
