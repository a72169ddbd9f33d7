package io.coffer.vault.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.vault.VaultCommand.ReleaseVault;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionStarted;
import io.coffer.contracts.vault.VaultEvent.VaultMissed;
import io.coffer.contracts.vault.VaultEvent.VaultThawed;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultOrderCommand.PrepayVault;
import io.coffer.contracts.vault.VaultOrderCommand.ProvideVault;
import io.coffer.contracts.vault.VaultOrderCommand.RenewVault;
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
import io.coffer.vault.vault.FrozenScene;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever ordered learns how it ended, whatever it was. */
class VaultOrdersTest {

  private static final Envelope ENVELOPE = Samples.envelope(new UUID(3, 3));
  private static final Instant SINCE = Instant.parse("2026-02-01T00:00:00Z");
  private static final FrozenScene ARREAR = new FrozenScene("ARREAR", true, SINCE);
  private static final FrozenScene POLICE = new FrozenScene("POLICE", false, SINCE);
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
  void opensAVaultThatWasPaidForAgainUnlessItIsFrozenForMore() {
    RenewVaultHandler handler = new RenewVaultHandler(null);
    RenewVault command = new RenewVault(ORDER, Samples.VAULT);
    Decision opened = handler.decide(frozen(ARREAR), command, ENVELOPE);
    assertThat(types(opened)).containsExactly(VaultThawed.class, VaultOrderFulfilled.class);
    VaultThawed thawed =
        (VaultThawed)
            ((Decision.Accepted) handler.decide(frozen(ARREAR, POLICE), command, ENVELOPE))
                .events()
                .get(0);
    assertThat(thawed.scene()).isEqualTo("ARREAR");
    assertThat(thawed.open()).isFalse();
    assertThat(types(handler.decide(frozen(POLICE), command, ENVELOPE)))
        .containsExactly(VaultOrderFulfilled.class);
    assertThat(types(handler.decide(bought(), command, ENVELOPE)))
        .containsExactly(VaultOrderFulfilled.class);
    for (VaultStatus status : List.of(VaultStatus.deleting, VaultStatus.error)) {
      assertThat(code(handler.decide(Samples.vault(status), command, ENVELOPE)))
          .isEqualTo("BackupService.6112");
    }
    assertThat(code(handler.absent(command))).isEqualTo("BackupService.6105");
  }

  @Test
  void tellsWhoeverSoldAVaultThatThereIsNone() {
    VaultMissed missed = new VaultMissed(Samples.VAULT);
    assertThat(new ReleaseVaultHandler(null, null).absent(of(SINCE)))
        .isEqualTo(Decision.accept(missed));
    assertThat(
            List.of(
                new RenewVaultHandler(null).absent(new RenewVault(ORDER, Samples.VAULT)),
                new ResizeVaultHandler(null).absent(new ResizeVault(ORDER, Samples.VAULT, 200))))
        .allSatisfy(
            end -> assertThat(((Decision.Accepted) end).events()).hasSize(2).contains(missed));
  }

  @Test
  void releasesOnlyWhatStayedFrozenForThatReasonAndForNoneThatForbidsIt() {
    assertThat(types(release(frozen(ARREAR), SINCE))).containsExactly(VaultDeletionStarted.class);
    assertThat(types(release(frozen(ARREAR), SINCE.plusSeconds(1))))
        .containsExactly(VaultDeletionStarted.class);
    assertThat(Samples.code(release(frozen(ARREAR), SINCE.minusSeconds(1))))
        .isEqualTo("BackupService.6111");
    assertThat(Samples.code(release(frozen(ARREAR, POLICE), SINCE)))
        .isEqualTo("BackupService.6111");
    assertThat(Samples.code(release(frozen(POLICE), SINCE))).isEqualTo("BackupService.6111");
    assertThat(Samples.code(release(bought(), SINCE))).isEqualTo("BackupService.6111");
    assertThat(Samples.code(release(locked(frozen(ARREAR)), SINCE)))
        .isEqualTo("BackupService.6111");
  }

  @Test
  void givesBackWhatNobodyPaidForUnlessTheLawForbidsIt() {
    WithdrawVaultHandler handler = new WithdrawVaultHandler(null, null);
    WithdrawVault command = new WithdrawVault(ORDER, Samples.VAULT);
    assertThat(
            types(
                handler.decide(
                    new WithdrawVaultHandler.State(frozen(ARREAR), List.of()), command, ENVELOPE)))
        .containsExactly(VaultDeletionStarted.class, VaultOrderFulfilled.class);
    assertThat(
            code(
                handler.decide(
                    new WithdrawVaultHandler.State(frozen(ARREAR, POLICE), List.of()),
                    command,
                    ENVELOPE)))
        .isEqualTo("BackupService.6111");
  }

  @Test
  void endsAlsoWhereNothingCanBeDecided() {
    UUID vault = Samples.VAULT;
    assertThat(
            List.of(
                new ProvideVaultHandler(null).abandon(new ProvideVault(ORDER, null), ENVELOPE),
                new ResizeVaultHandler(null).abandon(new ResizeVault(ORDER, vault, 1), ENVELOPE),
                new PrepayVaultHandler(null).abandon(new PrepayVault(ORDER, vault), ENVELOPE),
                new RenewVaultHandler(null).abandon(new RenewVault(ORDER, vault), ENVELOPE),
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

  private static Decision release(VaultState vault, Instant since) {
    return new ReleaseVaultHandler(null, null)
        .decide(new ReleaseVaultHandler.State(vault, List.of()), of(since), ENVELOPE);
  }

  private static ReleaseVault of(Instant since) {
    return new ReleaseVault(Samples.VAULT, "ARREAR", since);
  }

  private static VaultState frozen(FrozenScene... scenes) {
    VaultState open = Samples.vault(VaultStatus.frozen);
    return new VaultState(open.id(), open.status(), open.settings(), 0, 1, List.of(scenes), false);
  }

  private static VaultState locked(VaultState vault) {
    VaultState locked = Samples.vault(VaultStatus.frozen, true, 0);
    return new VaultState(
        vault.id(), vault.status(), locked.settings(), 0, 1, vault.scenes(), false);
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
