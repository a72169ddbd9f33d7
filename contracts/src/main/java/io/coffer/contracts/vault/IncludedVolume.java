package io.coffer.contracts.vault;

/**
 * A volume that a caller named as one to back up.
 *
 * @param osVersion what runs on it; null when the caller did not say
 */
public record IncludedVolume(String id, String osVersion) {}
