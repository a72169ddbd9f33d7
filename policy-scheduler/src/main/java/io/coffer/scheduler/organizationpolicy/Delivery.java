package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationProject;

/**
 * How a project stands to an organizational policy.
 *
 * @param revision of the order that it was given last
 * @param error why it did not take it; null where it did, or has not said
 */
record Delivery(OrganizationProject project, long revision, String status, String error) {

  static final String SYNCING = "syncing";
  static final String AVAILABLE = "available";
  static final String ERROR = "error";
}
