package io.coffer.contracts.vault;

/** A label on a vault (chapter 4.7). */
public record Tag(String key, String value) {}
