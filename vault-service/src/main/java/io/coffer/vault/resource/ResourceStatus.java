package io.coffer.vault.resource;

/** What goes on with a resource in a vault; constants are the values on the wire. */
public enum ResourceStatus {
  available,
  error,
  protecting,
  restoring,
  removing
}
