package io.coffer.worker.source;

/** What is chosen about a volume and told again. */
public record VolumeSettings(String description, String volumeType, String availabilityZone) {}
