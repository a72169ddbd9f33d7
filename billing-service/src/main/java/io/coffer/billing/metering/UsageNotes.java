package io.coffer.billing.metering;

import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Notes when vaults begin to use more or less, and that the hour is to be closed. */
@ApplicationScoped
class UsageNotes {

  private final UsageStore usage;
  private final VaultTermsStore terms;
  private final NextHourStore next;

  UsageNotes(UsageStore usage, VaultTermsStore terms, NextHourStore next) {
    this.usage = usage;
    this.terms = terms;
    this.next = next;
  }

  Uni<Void> bytes(Envelope event, UUID vaultId, Instant at, long delta) {
    return usage.add(event, vaultId, at, delta).chain(() -> next.used(event, at));
  }

  Uni<Void> terms(Envelope event, UUID vaultId, Instant at, VaultSettings settings) {
    return terms.add(event, vaultId, at, VaultTerms.of(settings)).chain(() -> next.used(event, at));
  }

  Uni<Void> ended(Envelope event, UUID vaultId, Instant at) {
    return terms.add(event, vaultId, at, null).chain(() -> next.used(event, at));
  }
}
