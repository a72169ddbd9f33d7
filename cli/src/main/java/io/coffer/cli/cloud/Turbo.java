package io.coffer.cli.cloud;

/**
 * One file system of the local cloud, as {@code turbo.json} in its directory says.
 *
 * @param createdAt ISO 8601, UTC
 * @param sizeGb what it may hold
 * @param path the folder with its files, absolute
 * @param mounted whether something is mounted there, without which the folder is not to be used
 */
public record Turbo(
    String id,
    String name,
    String projectId,
    String status,
    String createdAt,
    int sizeGb,
    String path,
    boolean mounted) {}
