package io.coffer.billing.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.metering.PaidByUse.Metered;
import io.coffer.billing.metering.PaidByUse.Piece;
import io.coffer.contracts.Command;
import io.coffer.contracts.Event;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsBegan;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsClosed;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsGrew;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsOpened;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsSettled;
import io.coffer.contracts.billing.BillCommand.CloseMoreVaults;
import io.coffer.contracts.billing.BillCommand.OpenMoreVaults;
import io.coffer.contracts.notice.NoticeCommand.TellNotice;
import io.coffer.contracts.vault.VaultCommand.FreezeVault;
import io.coffer.contracts.vault.VaultCommand.ReleaseVault;
import io.coffer.contracts.vault.VaultCommand.ThawVault;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Decision.Accepted;
import io.coffer.messaging.testing.UnsetSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwingTest {

  private static final ArrearsSettings SETTINGS = UnsetSettings.of(ArrearsSettings.class);
  private static final Instant BEGAN = Instant.parse("2026-01-31T10:00:00Z");
  private static final Instant CLOSES = BEGAN.plus(Duration.ofDays(15));
  private static final Instant ENDS = CLOSES.plus(Duration.ofDays(15));
  private static final Duration DAY = Duration.ofDays(1);
  private static final Metered VAULT = new Metered("p0", new UUID(1, 1));
  private static final Metered OTHER = new Metered("p1", new UUID(1, 2));
  private static final Accepted BEFORE = Decision.accept(new ArrearsSettled(BEGAN));

  private final Arrears open = new Arrears(List.of("p0"), null, CLOSES, CLOSES);
  private final Arrears closed = new Arrears(List.of("p0", "p1"), CLOSES, ENDS, CLOSES.plus(DAY));

  @Test
  void beginsWithTheFirstHourThatTheBalanceDoesNotCover() {
    Accepted first = Owing.more(BEFORE, null, "p0", SETTINGS, BEGAN);
    assertThat(last(first)).isEqualTo(new ArrearsBegan("p0", CLOSES, BEGAN));
    assertThat(told(first)).containsExactly("p0 account.owing");
    assertThat(Owing.more(BEFORE, open, "p0", SETTINGS, CLOSES)).isEqualTo(BEFORE);
    Accepted more = Owing.more(BEFORE, open, "p1", SETTINGS, CLOSES);
    assertThat(last(more)).isEqualTo(new ArrearsGrew("p1", CLOSES));
  }

  @Test
  void closesWhatIsPaidByUseAndTellsSoOnce() {
    Accepted first = due(open, CLOSES, VAULT);
    assertThat(last(first)).isEqualTo(new ArrearsClosed(CLOSES, ENDS, CLOSES.plus(DAY), CLOSES));
    assertThat(told(first)).containsExactly("p0 account.frozen");
    assertThat(ordered(first)).containsExactly(new FreezeVault(VAULT.vaultId(), "ARREAR", true));
  }

  @Test
  void closesWhatCameSinceAndDeletesNothingBeforeItsTime() {
    Instant late = ENDS.minus(Duration.ofHours(3));
    Accepted again = due(closed, late, VAULT, OTHER);
    assertThat(last(again)).isEqualTo(new ArrearsClosed(CLOSES, ENDS, ENDS, late));
    assertThat(told(again)).isEmpty();
    assertThat(ordered(again))
        .containsExactly(
            new FreezeVault(VAULT.vaultId(), "ARREAR", true),
            new FreezeVault(OTHER.vaultId(), "ARREAR", true));
  }

  @Test
  void deletesWhatWasClosedForAsLongAsItIsKept() {
    assertThat(ordered(due(closed, ENDS, VAULT)))
        .containsExactly(
            new FreezeVault(VAULT.vaultId(), "ARREAR", true),
            new ReleaseVault(VAULT.vaultId(), "ARREAR", CLOSES));
    Accepted later = due(closed, ENDS.plus(DAY), VAULT);
    assertThat(ordered(later))
        .contains(new ReleaseVault(VAULT.vaultId(), "ARREAR", CLOSES.plus(DAY)));
    assertThat(((ArrearsClosed) last(later)).nextAt()).isEqualTo(ENDS.plus(DAY).plus(DAY));
  }

  @Test
  void opensWhatWasClosedOnceAllIsPaid() {
    Accepted paid = Owing.nothing(BEFORE, closed, all(VAULT, OTHER), ENDS);
    assertThat(last(paid)).isEqualTo(new ArrearsSettled(ENDS));
    assertThat(paid.orders())
        .containsExactly(
            new Decision.Order(new ThawVault(VAULT.vaultId(), "ARREAR"), "p0", null),
            new Decision.Order(new ThawVault(OTHER.vaultId(), "ARREAR"), "p1", null));
    assertThat(Owing.nothing(BEFORE, open, all(VAULT), CLOSES).orders()).isEmpty();
    assertThat(Owing.nothing(BEFORE, null, null, CLOSES)).isEqualTo(BEFORE);
  }

  @Test
  void goesOnBehindTheLastOfManyAsTheRoundBegan() {
    Piece some = new Piece(List.of(VAULT), VAULT);
    Accepted begun = (Accepted) Owing.due(closed, some, SETTINGS, ENDS);
    CloseMoreVaults rest = new CloseMoreVaults(VAULT.vaultId(), "p0", CLOSES);
    assertThat(ordered(begun)).hasSize(3).endsWith(rest);
    Accepted more = (Accepted) Owing.more(closed, rest, all(OTHER), SETTINGS, ENDS);
    assertThat(last(more)).isEqualTo(new ArrearsClosed(CLOSES, ENDS, CLOSES.plus(DAY), ENDS));
    assertThat(ordered(more))
        .containsExactly(
            new FreezeVault(OTHER.vaultId(), "ARREAR", true),
            new ReleaseVault(OTHER.vaultId(), "ARREAR", CLOSES));
    assertThat(Owing.more(closed, rest, all(), SETTINGS, ENDS)).isEqualTo(Decision.nothing());
    assertThat(Owing.more(open, rest, all(OTHER), SETTINGS, ENDS)).isEqualTo(Decision.nothing());
  }

  @Test
  void opensBehindTheLastOfManyUnlessItIsClosedAgain() {
    Accepted paid = Owing.nothing(BEFORE, closed, new Piece(List.of(VAULT), VAULT), ENDS);
    OpenMoreVaults rest = new OpenMoreVaults(VAULT.vaultId(), "p0", List.of("p0", "p1"));
    assertThat(ordered(paid)).endsWith(rest);
    for (Arrears now : new Arrears[] {null, open}) {
      Accepted more = (Accepted) Owing.more(now, rest, all(OTHER), ENDS);
      assertThat(last(more)).isEqualTo(new ArrearsOpened(VAULT.vaultId(), "p0", ENDS));
      assertThat(ordered(more)).containsExactly(new ThawVault(OTHER.vaultId(), "ARREAR"));
    }
    assertThat(Owing.more(null, rest, all(), ENDS)).isEqualTo(Decision.nothing());
    assertThat(Owing.more(closed, rest, all(OTHER), ENDS)).isEqualTo(Decision.nothing());
  }

  private static Piece all(Metered... vaults) {
    return new Piece(List.of(vaults), null);
  }

  private static Accepted due(Arrears arrears, Instant time, Metered... vaults) {
    return (Accepted) Owing.due(arrears, all(vaults), SETTINGS, time);
  }

  private static Event last(Accepted decision) {
    return decision.events().get(decision.events().size() - 1);
  }

  private static List<String> told(Accepted decision) {
    return decision.orders().stream()
        .filter(order -> order.command() instanceof TellNotice)
        .map(order -> order.project() + " " + ((TellNotice) order.command()).notice().type())
        .toList();
  }

  private static List<Command> ordered(Accepted decision) {
    return decision.orders().stream()
        .map(Decision.Order::command)
        .filter(command -> !(command instanceof TellNotice))
        .toList();
  }
}
