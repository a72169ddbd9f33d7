package io.coffer.gateway.relay;

/** The services behind the gateway, each the only one that knows its nouns. */
public enum Owner {
  VAULT_SERVICE,
  BACKUP_WORKER,
  POLICY_SCHEDULER,
  BILLING_SERVICE
}
