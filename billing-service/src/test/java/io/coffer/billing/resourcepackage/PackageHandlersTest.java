package io.coffer.billing.resourcepackage;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.product.Products;
import io.coffer.billing.product.TariffLoader;
import io.coffer.contracts.billing.OrderCommand.ConfirmLine;
import io.coffer.contracts.billing.OrderCommand.RejectLine;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.billing.PackageCommand.EndPackage;
import io.coffer.contracts.billing.PackageCommand.OpenPackage;
import io.coffer.contracts.billing.PackageCommand.RenewPackage;
import io.coffer.contracts.billing.PackageEvent.PackageEnded;
import io.coffer.contracts.billing.PackageEvent.PackageOpened;
import io.coffer.contracts.billing.PackageEvent.PackageRenewed;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionFailed;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionSucceeded;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Decision.Accepted;
import io.coffer.messaging.envelope.Envelope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageHandlersTest {

  private static final UUID PACKAGE = new UUID(0, 1);
  private static final UUID ORDER = new UUID(0, 2);
  private static final String SPEC = "gaussdb.mysql.backup.pkg.1tb";
  private static final Instant NOW = Instant.parse("2024-01-31T10:20:30Z");
  private static final Envelope ENVELOPE =
      Envelope.stamped(new UUID(0, 3), "any", "test", NOW, "project", null, null);
  private final Products products = TariffLoader.comingAlong().products();
  private final EndPackageHandler end = new EndPackageHandler(null);

  @ParameterizedTest
  @CsvSource({
    "month, 1, 2024-02-29T10:20:30Z",
    "month, 13, 2025-02-28T10:20:30Z",
    "year, 1, 2025-01-31T10:20:30Z"
  })
  void isValidForTheTermThatWasBought(String type, int number, Instant until) {
    Accepted decision = open(SPEC, order(type, number), null);
    PackageOpened opened = (PackageOpened) decision.events().get(0);
    assertThat(opened.from()).isEqualTo(NOW);
    assertThat(opened.until()).isEqualTo(until);
    assertThat(opened.num() * opened.volumeGb()).isEqualTo(3 * 1024);
    assertThat(decision.commands()).containsExactly(new ConfirmLine(ORDER, 0));
  }

  @Test
  void opensOnceOnlyAndTellsTheOrderAgain() {
    Accepted again = open(SPEC, order("year", 1), "CS1");
    assertThat(again.events()).hasOnlyElementsOfType(ProvisionSucceeded.class);
    assertThat(again.commands()).containsExactly(new ConfirmLine(ORDER, 0));
  }

  @Test
  void givesNoOrderThePackageOfAnother() {
    Accepted other = open(SPEC, order("year", 1), "CS2");
    assertThat(other.events()).hasOnlyElementsOfType(ProvisionFailed.class);
    assertThat(other.commands()).hasOnlyElementsOfType(RejectLine.class);
  }

  @Test
  void givesBackWhatCouldNotBeDecided() {
    OrderReference order = order("year", 1);
    Accepted notOpened =
        (Accepted)
            new OpenPackageHandler(null, products, null)
                .abandon(new OpenPackage(order, PACKAGE, SPEC, 3), ENVELOPE);
    assertThat(notOpened.commands()).hasOnlyElementsOfType(RejectLine.class);
    Accepted notEnded = (Accepted) end.abandon(new EndPackage(order, PACKAGE), ENVELOPE);
    assertThat(notEnded.commands()).hasOnlyElementsOfType(RejectLine.class);
  }

  @Test
  void rejectsWhatIsSoldNoMore() {
    assertThat(open("gone", order("year", 1), null).commands().get(0))
        .isInstanceOf(RejectLine.class);
  }

  @Test
  void endsWhatWasUnsubscribedAndNothingElse() {
    EndPackage command = new EndPackage(order("year", 1), PACKAGE);
    PackageTerm there = new PackageTerm(PACKAGE, SPEC, 1, List.of(), NOW, NOW.plusSeconds(1));
    Accepted ended = (Accepted) end.decide(new EndPackageHandler.State(there), command, ENVELOPE);
    assertThat(ended.events()).contains(new PackageEnded(PACKAGE, NOW));
    assertThat(ended.commands()).containsExactly(new ConfirmLine(ORDER, 0));
    Accepted none = (Accepted) end.decide(new EndPackageHandler.State(null), command, ENVELOPE);
    assertThat(none.commands().get(0)).isInstanceOf(RejectLine.class);
  }

  @Test
  void isValidForAFurtherTermThatIsPaidAndForNoShorterOne() {
    RenewPackageHandler renew = new RenewPackageHandler(null);
    Instant ends = NOW.plusSeconds(10);
    PackageTerm there = new PackageTerm(PACKAGE, SPEC, 1, List.of(), NOW, ends);
    OrderReference order = order("month", 1);
    RenewPackage further = new RenewPackage(order, PACKAGE, ends, ends.plusSeconds(1));
    Accepted renewed = (Accepted) renew.decide(there, further, ENVELOPE);
    assertThat(renewed.events())
        .contains(new PackageRenewed(PACKAGE, ends, ends.plusSeconds(1)))
        .hasAtLeastOneElementOfType(ProvisionSucceeded.class);
    assertThat(renewed.commands()).containsExactly(new ConfirmLine(ORDER, 0));

    RenewPackage past = new RenewPackage(order, PACKAGE, NOW, ends);
    for (Decision failed :
        List.of(
            renew.decide(there, past, ENVELOPE),
            renew.absent(further),
            renew.abandon(further, ENVELOPE))) {
      assertThat(((Accepted) failed).events()).hasOnlyElementsOfType(ProvisionFailed.class);
      assertThat(((Accepted) failed).commands()).hasOnlyElementsOfType(RejectLine.class);
    }
  }

  private Accepted open(String specCode, OrderReference order, String openedBy) {
    return (Accepted)
        OpenPackageHandler.decide(
            new OpenPackageHandler.State(openedBy),
            new OpenPackage(order, PACKAGE, specCode, 3),
            products,
            ZoneOffset.UTC,
            NOW);
  }

  private static OrderReference order(String periodType, int periodNum) {
    return new OrderReference(ORDER, 0, "domain", "CS1", "product", periodType, periodNum, false);
  }
}
