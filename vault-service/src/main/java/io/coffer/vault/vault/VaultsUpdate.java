package io.coffer.vault.vault;

import io.coffer.contracts.Command;
import io.coffer.contracts.Event;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.VaultCommand.UpdateMoreVaults;
import io.coffer.contracts.vault.VaultCommand.UpdateVaults;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.notice.Notices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Changes settings of all vaults of a project, so many at a time; those whose state forbids it stay
 * as they are.
 */
final class VaultsUpdate {

  static final int AT_A_TIME = 1_000;

  static final UUID BEFORE_ALL = new UUID(0, 0);

  static final Instant AFTER_ALL = Instant.parse("9999-12-31T23:59:59Z");

  private VaultsUpdate() {}

  /**
   * Some vaults of the project.
   *
   * @param last behind which others may be; null where none are
   * @param createdAt when the last one was made
   */
  record Piece(List<VaultState> vaults, UUID last, Instant createdAt) {}

  /** Whether one of them is changed. */
  static boolean isAbout(Piece piece, UpdateVaults change) {
    return piece.vaults().stream().anyMatch(vault -> isChanged(vault, settings(vault, change)));
  }

  static Decision decide(Piece piece, UpdateVaults change, Envelope envelope) {
    List<Event> events = new ArrayList<>();
    List<Command> orders = new ArrayList<>();
    for (VaultState vault : piece.vaults()) {
      VaultSettings settings = settings(vault, change);
      if (isChanged(vault, settings)) {
        Decision.Accepted changed =
            Decision.accept(new VaultUpdated(vault.id(), settings, envelope.time()));
        Decision.Accepted told = Notices.with(changed, vault.watched(), envelope);
        events.addAll(told.events());
        orders.addAll(told.commands());
      }
    }
    if (piece.last() != null && !events.isEmpty()) {
      orders.add(
          new UpdateMoreVaults(
              piece.last(), piece.createdAt(), change.threshold(), change.smnNotify()));
    }
    return Decision.accept(events).and(orders);
  }

  private static VaultSettings settings(VaultState vault, UpdateVaults change) {
    return Json.changed(vault.settings(), change);
  }

  private static boolean isChanged(VaultState vault, VaultSettings settings) {
    return VaultVerb.UPDATE.refusal(vault).isEmpty() && !settings.equals(vault.settings());
  }
}
