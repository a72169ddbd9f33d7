package io.coffer.vault.vault;

/**
 * One reason why a vault is frozen.
 *
 * @param releasable whether the vault may be given up when the reason lasts
 */
public record FrozenScene(String name, boolean releasable) {}
