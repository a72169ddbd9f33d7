package io.coffer.vault.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionStarted;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultOrderCommand.PrepayVault;
import io.coffer.contracts.vault.VaultOrderCommand.ProvideVault;
import io.coffer.contracts.vault.VaultOrderCommand.ResizeVault;
import io.coffer.contracts.vault.VaultOrderCommand.WithdrawVault;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderFulfilled;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderRefused;
import io.coffer.contracts.vault.VaultOrderEvent.VaultSold;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.Samples;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStatus;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever ordered learns how it ended, whatever it was. */
class VaultOrdersTest {

  private static final Envelope ENVELOPE = Samples.envelope(new UUID(3, 3));
  private static final OrderReference ORDER =
      new OrderReference(new UUID(9, 9), 0, "domain", "CS1", "product", "month", 1, false);

  @Test
  void makesAVaultAndSaysByWhichOrder() {
    Decision decision = provide(List.of());
    assertThat(types(decision)).startsWith(VaultCreated.class).endsWith(VaultSold.class);
    assertThat(last(decision))
        .isEqualTo(new VaultSold(DerivedId.vault(ENVELOPE.id()), ORDER, ENVELOPE.time()));
  }

  @Test
  void saysWhyAVaultCannotBeMade() {
    Decision decision =
        provide(List.of(Samples.bound(Samples.server("s1"), ResourceStatus.available)));
    assertThat(last(decision))
        .isInstanceOfSatisfying(
            VaultOrderRefused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("BackupService.6103");
              assertThat(refused.order()).isEqualTo(ORDER);
              assertThat(refused.message()).isNotBlank();
            });
    assertThat(types(decision)).containsExactly(VaultOrderRefused.class);
  }

  @Test
  void givesAVaultTheSizeThatWasBought() {
    ResizeVaultHandler handler = new ResizeVaultHandler(null);
    Decision larger =
        handler.decide(
            Samples.vault(VaultStatus.available),
            new ResizeVault(ORDER, Samples.VAULT, 200),
            ENVELOPE);
    assertThat(types(larger)).containsExactly(VaultUpdated.class, VaultOrderFulfilled.class);
    Decision tooSmall =
        handler.decide(
            Samples.vault(VaultStatus.available, false, 50L << 30),
            new ResizeVault(ORDER, Samples.VAULT, 10),
            ENVELOPE);
    assertThat(code(tooSmall)).isEqualTo("BackupService.6101");
    assertThat(code(handler.absent(new ResizeVault(ORDER, Samples.VAULT, 200))))
        .isEqualTo("BackupService.6105");
  }

  @Test
  void sellsAVaultOnce() {
    PrepayVaultHandler handler = new PrepayVaultHandler(null);
    PrepayVault command = new PrepayVault(ORDER, Samples.VAULT);
    Decision sold = handler.decide(Samples.vault(VaultStatus.available), command, ENVELOPE);
    VaultUpdated updated = (VaultUpdated) ((Decision.Accepted) sold).events().get(0);
    assertThat(updated.settings().chargingMode()).isEqualTo("pre_paid");
    assertThat(last(sold)).isInstanceOf(VaultSold.class);
    assertThat(code(handler.decide(bought(), command, ENVELOPE))).isEqualTo("BackupService.6110");
  }

  @Test
  void takesAVaultAwayUnlessSomethingIsUnderWayInIt() {
    WithdrawVaultHandler handler = new WithdrawVaultHandler(null, null);
    WithdrawVault command = new WithdrawVault(ORDER, Samples.VAULT);
    Decision gone =
        handler.decide(new WithdrawVaultHandler.State(bought(), List.of()), command, ENVELOPE);
    assertThat(types(gone)).containsExactly(VaultDeletionStarted.class, VaultOrderFulfilled.class);
    Decision busy =
        handler.decide(
            new WithdrawVaultHandler.State(
                bought(), List.of(Samples.running(OperationType.backup, "s1", null))),
            command,
            ENVELOPE);
    assertThat(code(busy)).isEqualTo("BackupService.6111");
    Decision again =
        handler.decide(
            new WithdrawVaultHandler.State(Samples.vault(VaultStatus.deleting), List.of()),
            command,
            ENVELOPE);
    assertThat(types(again)).containsExactly(VaultOrderFulfilled.class);
    assertThat(last(handler.absent(command))).isInstanceOf(VaultOrderFulfilled.class);
  }

  @Test
  void endsAlsoWhereNothingCanBeDecided() {
    UUID vault = Samples.VAULT;
    assertThat(
            List.of(
                new ProvideVaultHandler(null).abandon(new ProvideVault(ORDER, null), ENVELOPE),
                new ResizeVaultHandler(null).abandon(new ResizeVault(ORDER, vault, 1), ENVELOPE),
                new PrepayVaultHandler(null).abandon(new PrepayVault(ORDER, vault), ENVELOPE),
                new WithdrawVaultHandler(null, null)
                    .abandon(new WithdrawVault(ORDER, vault), ENVELOPE)))
        .allSatisfy(end -> assertThat(code(end)).isEqualTo("BackupService.9910"));
  }

  private static Decision provide(List<ResourceState> bound) {
    return new ProvideVaultHandler(null)
        .decide(
            new ProvideVaultHandler.State(bound),
            new ProvideVault(ORDER, Samples.createVault("v", Samples.server("s1"))),
            ENVELOPE);
  }

  private static VaultState bought() {
    return Samples.bought(Samples.vault(VaultStatus.available));
  }

  private static String code(Decision decision) {
    return ((VaultOrderRefused) last(decision)).code();
  }

  private static List<Class<?>> types(Decision decision) {
    return ((Decision.Accepted) decision).events().stream().<Class<?>>map(Event::getClass).toList();
  }

  private static Event last(Decision decision) {
    List<Event> events = ((Decision.Accepted) decision).events();
    return events.get(events.size() - 1);
  }
}
