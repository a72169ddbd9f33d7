package io.coffer.contracts.vault;

/**
 * What the inventory said of one volume when a command was submitted.
 *
 * @param sizeBytes the exact length, which need not be a whole number of gigabytes
 * @param sizeGb the length rounded up to gigabytes, as the API shows it
 * @param bootable whether the server starts from it
 */
public record VolumeFacts(String id, String name, long sizeBytes, int sizeGb, boolean bootable) {}
