package io.coffer.gateway.identity;

/** A project of an account: the unit of tenancy. The default project of a region bears its name. */
public record Project(String id, String name, String region) {}
