package io.coffer.contracts.policy;

/** A project that policies of an organization are delivered to, and the account that it is of. */
public record OrganizationProject(
    String projectId, String projectName, String domainId, String domainName) {}
