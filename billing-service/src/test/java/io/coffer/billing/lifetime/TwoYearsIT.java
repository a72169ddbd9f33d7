package io.coffer.billing.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.Topic;
import io.coffer.contracts.billing.PackageEvent.PackageRenewed;
import io.coffer.contracts.billing.SubscriptionCommand.RenewSubscriptions;
import io.coffer.contracts.billing.SubscriptionCommand.SetAutoRenew;
import io.coffer.contracts.billing.SubscriptionCommand.Unsubscribe;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionRenewed;
import io.coffer.contracts.notice.NoticeCommand.TellNotice;
import io.coffer.contracts.vault.VaultCommand.FreezeVault;
import io.coffer.contracts.vault.VaultCommand.ReleaseVault;
import io.coffer.contracts.vault.VaultOrderCommand.RenewVault;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.dispatch.Replayer;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.testing.Crash;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.TurnedClock;
import io.coffer.messaging.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two years with a leap day, at noon of each day, in which a price changes in the middle of a
 * month. Two replicas look at the same time, and each third step crashes first.
 */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(SimulatedPrices.class)
class TwoYearsIT {
  private static final Instant START = Instant.parse("2024-01-31T10:00:00Z");
  private static final LocalDate LAST = LocalDate.parse("2026-02-01");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject SubscriptionLoop loop;
  @Inject LocalDispatch messages;
  @Inject DataSource database;
  @Inject Replayer replayer;
  @Inject TurnedClock clock;
  @Inject Crash crash;

  private final long seed = Long.getLong("coffer.lifetime.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Map<LocalDate, Consumer<Instant>> plans = new TreeMap<>();
  private SimulatedCustomer rich;
  private SimulatedCustomer poor;
  private Wire account;
  private Wire vaults;

  @BeforeEach
  void begin() {
    clock.show(START);
    rich = new SimulatedCustomer(messages, database);
    poor = new SimulatedCustomer(messages, database);
    account = new Wire(bootstrapServers, rich.domain, "billing-service", Topic.BILLING_EVENTS);
    vaults = new Wire(bootstrapServers, rich.project, "billing-service", Topic.BILLING_EVENTS);
  }

  @AfterEach
  void end() {
    clock.show(null);
    account.close();
    vaults.close();
  }

  @Test
  void renewsFreezesAndReleasesOnTheDay() throws Throwable {
    rich.opens("100000.00", START);
    poor.opens("17.00", START);
    rich.buys("always", "month", 1, true, START);
    rich.buysPackage("package", START);
    UUID never = rich.buys("never", "month", 1, false, START);
    UUID hand = rich.buys("hand", "month", 1, false, START);
    UUID toggled = rich.buys("toggled", "month", 1, true, START);
    UUID late = poor.buys("poor", "month", 1, true, START);
    rich.look(START);
    poor.look(START);
    on("2024-02-28", now -> rich.give(new SetAutoRenew(toggled, false), now));
    on("2024-02-29", now -> rich.buys("yearly", "year", 1, true, now));
    on("2024-02-29", now -> rich.give(new SetAutoRenew(toggled, true), now));
    on("2024-03-03", now -> poor.paysIn("20.00", now));
    on("2024-03-05", now -> rich.once(renewal(hand, "month"), now));
    on("2024-03-20", now -> rich.once(renewal(hand, "year"), now));
    on("2024-03-30", now -> rich.once(new SetAutoRenew(toggled, false), now));
    on("2024-03-30", now -> rich.once(new SetAutoRenew(toggled, true), now));
    on("2024-03-30", now -> rich.forgets(never, now));
    on("2024-04-01", now -> rich.once(new Unsubscribe(List.of(toggled)), now));
    on("2024-04-20", now -> poor.paysIn("20.00", now));
    on("2024-05-30", now -> poor.forgets(late, now));
    on("2024-06-10", now -> poor.paysIn("100.00", now));
    on("2025-04-20", now -> rich.once(renewal(hand, "month"), now));
    on("2025-04-22", now -> rich.once(new Unsubscribe(List.of(hand)), now));

    live();

    assertThat(rich.days("never"))
        .as("seed %d", seed)
        .containsExactly(
            "2024-01-31 until 2024-02-29",
            "2024-02-29 EXPIRED",
            "2024-03-15 FROZEN",
            "2024-03-30 ENDED");
    assertThat(rich.days("always")).as("seed %d", seed).isEqualTo(monthEnds());
    assertThat(rich.days("package")).as("seed %d", seed).isEqualTo(monthEnds());
    assertThat(rich.days("yearly"))
        .containsExactly("2024-02-29 until 2025-02-28", "2025-02-28 until 2026-02-28");
    assertThat(rich.days("hand"))
        .containsExactly(
            "2024-01-31 until 2024-02-29",
            "2024-02-29 EXPIRED",
            "2024-03-05 until 2024-03-31",
            "2024-03-20 until 2025-03-31",
            "2025-03-31 EXPIRED",
            "2025-04-15 FROZEN",
            "2025-04-20 until 2025-04-30",
            "2025-04-22 ENDED");
    assertThat(rich.days("toggled"))
        .containsExactly(
            "2024-01-31 until 2024-02-29",
            "2024-02-29 until 2024-03-31",
            "2024-03-31 until 2024-04-30",
            "2024-04-01 ENDED");
    assertThat(poor.days("poor"))
        .containsExactly(
            "2024-01-31 until 2024-02-29",
            "2024-02-29 EXPIRED",
            "2024-03-03 until 2024-03-31",
            "2024-03-31 EXPIRED",
            "2024-04-15 FROZEN",
            "2024-04-20 until 2024-04-30",
            "2024-04-30 EXPIRED",
            "2024-05-15 FROZEN",
            "2024-05-30 ENDED");
    money();
    orders(never, hand);
    replay();
  }

  /** Where a term ends in each of two years that begin on the last of January. */
  private static List<String> monthEnds() {
    List<String> days = new ArrayList<>();
    days.add("2024-01-31 until 2024-02-29");
    for (LocalDate day = LocalDate.parse("2024-02-29");
        day.isBefore(LAST);
        day = day.plusMonths(1).withDayOfMonth(day.plusMonths(1).lengthOfMonth())) {
      LocalDate next = day.plusDays(1);
      days.add(day + " until " + next.withDayOfMonth(next.lengthOfMonth()));
    }
    return days;
  }

  private void money() {
    // always: 5 months at 17, 20 at 20; hand: 2 at 17, a year, 1 at 20; toggled: 3 at 17; never: 1.
    // Back came 28 of 30 days of one at 17 and 7 of 30 days of one at 20.
    String spent =
        "sum(case when account = 'balance' then amount else 0 end)"
            + " from store.posting where domain_id = ? and kind in ('payment', 'refund')";
    String packages = "130.00 * 25 + 173.00 * 2";
    assertThat(
            rich.value(
                "select -("
                    + packages
                    + " + 5 * 17.00 + 20 * 20.00 + 2 * 17.00 + 173.00 + 20.00 + 3 * 17.00 + 17.00"
                    + " - 15.87 - 4.67) - "
                    + spent))
        .as("seed %d", seed)
        .isEqualTo("0.00");
    for (SimulatedCustomer one : List.of(rich, poor)) {
      assertThat(one.value("select sum(amount) from store.posting where domain_id = ?"))
          .isEqualTo("0.00");
    }
    assertThat(
            poor.value(
                "select amount from store.ledger_account where domain_id = ? and account = 'balance'"))
        .isEqualTo("106.00");
  }

  /** What owners were asked for: who is to give a vault up is asked to close it once more. */
  private void orders(UUID never, UUID hand) {
    List<FreezeVault> frozen = vaults.await(FreezeVault.class, 3);
    assertThat(frozen)
        .containsExactly(
            new FreezeVault(never, "ARREAR", true),
            new FreezeVault(never, "ARREAR", true),
            new FreezeVault(hand, "ARREAR", true));
    assertThat(vaults.messages(ReleaseVault.class))
        .containsExactly(new ReleaseVault(never, "ARREAR", Instant.parse("2024-03-15T12:00:00Z")));
    assertThat(vaults.await(RenewVault.class, 30)).hasSize(30);
    assertThat(told(never))
        .containsExactly(
            "2024-02-22 purchase.ending",
            "2024-02-29 purchase.expired",
            "2024-03-15 purchase.frozen");
    assertThat(vaults.await(PackageRenewed.class, 24)).hasSize(24);
  }

  /** What people are told of a vault, and on which day. */
  private List<String> told(UUID vault) {
    return vaults.messages(TellNotice.class).stream()
        .map(TellNotice::notice)
        .filter(notice -> vault.equals(notice.vaultId()))
        .map(notice -> notice.at().atZone(ZoneOffset.UTC).toLocalDate() + " " + notice.type())
        .toList();
  }

  /** The store is what its events say. */
  private void replay() throws Throwable {
    int seq = Integer.parseInt(rich.value("select seq from plumbing.project where project = ?"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        account.events().stream().map(event -> event.envelope().seq()).distinct())
                    .hasSize(seq));
    List<Received> events = account.events();
    assertThat(account.messages(SubscriptionRenewed.class)).hasSize(30 + 24);
    StoredAccount stored = new StoredAccount(rich, database);
    List<String> before = stored.dump();
    assertThat(before).hasSizeGreaterThan(100);
    stored.wipe();
    assertThat(stored.dump()).isEmpty();
    VertxContextSupport.subscribeAndAwait(() -> replayer.fold(events));
    assertThat(stored.dump()).isEqualTo(before);
  }

  private void live() {
    for (LocalDate day = LocalDate.parse("2024-01-31"); day.isBefore(LAST); day = day.plusDays(1)) {
      Instant noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
      clock.show(noon);
      boolean changed = step(noon);
      Consumer<Instant> plan = plans.get(day);
      if (plan != null) {
        plan.accept(noon);
        settle(noon);
        step(noon);
      }
      if (changed || plan != null) {
        rich.look(noon);
        poor.look(noon);
      }
    }
  }

  /** Two replicas look at once; where one breaks down it looks again. */
  private boolean step(Instant noon) {
    if (random.nextInt(3) == 0) {
      crash.at(random.nextInt(20) > 0 ? Milestone.CLAIMED : Milestone.COMMITTED);
    }
    CompletableFuture<Integer> other = CompletableFuture.supplyAsync(loop::tick);
    int told = loop.tick() + other.join();
    if (told == 0) {
      return false;
    }
    loop.tick();
    settle(noon);
    return true;
  }

  private void settle(Instant noon) {
    rich.settles(noon);
    poor.settles(noon);
  }

  private void on(String day, Consumer<Instant> plan) {
    plans.merge(LocalDate.parse(day), plan, Consumer::andThen);
  }

  private static RenewSubscriptions renewal(UUID vault, String type) {
    return new RenewSubscriptions(List.of(vault), type, 1, true);
  }
}
