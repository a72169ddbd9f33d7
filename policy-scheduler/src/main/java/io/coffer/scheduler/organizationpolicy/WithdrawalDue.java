package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.Message;
import java.util.UUID;

/**
 * The scheduler tells itself that a project is to be told again to let a policy go. Rides no topic.
 *
 * @param revision of the order of which nothing was heard
 */
record WithdrawalDue(UUID organizationPolicyId, String projectId, long revision)
    implements Message {}
