package io.coffer.billing.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.lifetime.SubscriptionLoop;
import io.coffer.contracts.billing.SubscriptionCommand.RenewSubscriptions;
import io.coffer.contracts.billing.SubscriptionCommand.SetAutoRenew;
import io.coffer.contracts.vault.VaultCommand.FreezeVault;
import io.coffer.contracts.vault.VaultCommand.ReleaseVault;
import io.coffer.contracts.vault.VaultEvent.VaultMissed;
import io.coffer.contracts.vault.VaultOrderCommand.PrepayVault;
import io.coffer.contracts.vault.VaultOrderCommand.RenewVault;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderFulfilled;
import io.coffer.contracts.vault.VaultOrderEvent.VaultSold;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class LapseCrashIT extends BrokenCourse {

  @Inject SubscriptionLoop loop;

  @Test
  void breaksNothingOfAVaultThatIsRenewedFrozenAndReleased() throws Exception {
    broken(this::lapsed);
  }

  /**
   * A vault is renewed by itself, frozen, renewed by hand, and frozen until it is to be released,
   * when its project has it no more.
   */
  private void lapsed() throws Exception {
    UUID vault = UUID.randomUUID();
    String bought = paid(vault);
    happens(new VaultSold(vault, asked(PrepayVault.class, vault).order(), now));
    ends(bought, OrderStatus.COMPLETED);
    assertThat(ask(new SetAutoRenew(vault, true)).status()).isEqualTo(204);

    passesTo(bought, "expire_time", () -> !ordered(RenewVault.class, vault).isEmpty());
    happens(new VaultOrderFulfilled(vault, renewal(vault, 1).order()));
    ends(renewal(vault, 1).order().orderId(), OrderStatus.COMPLETED);
    assertThat(ask(new SetAutoRenew(vault, false)).status()).isEqualTo(204);

    freezes(bought, vault, 1);
    String renewed =
        ask(new RenewSubscriptions(List.of(vault), "year", 1, true))
            .body()
            .at("/order_ids/0")
            .asText();
    happens(new VaultOrderFulfilled(vault, renewal(vault, 2).order()));
    ends(renewed, OrderStatus.COMPLETED);
    assertThat(subscription(bought)).isEqualTo("2 100");

    freezes(bought, vault, 2);
    passesTo(bought, "retention_until", () -> !ordered(ReleaseVault.class, vault).isEmpty());
    happens(new VaultMissed(vault));
    becomes(bought, 3);
    assertThat(ordered(ReleaseVault.class, vault)).hasSize(1);
    assertThat(ordered(FreezeVault.class, vault)).hasSize(3);
    clock.show(null);
  }

  /** What is paid for is over, and nobody pays for more. */
  private void freezes(String order, UUID vault, int time) {
    passesTo(order, "expire_time", () -> status(order) == 5);
    passesTo(order, "grace_until", () -> ordered(FreezeVault.class, vault).size() == time);
    becomes(order, 4);
  }

  /** It is that time, and what is due is done, however often that breaks. */
  private void passesTo(String order, String when, BooleanSupplier done) {
    clock.show(
        Instant.parse(market.read("subscriptions?order_id=" + order).getString("data[0]." + when)));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              loop.tick();
              clock.pass(Duration.ofSeconds(1));
              return done.getAsBoolean();
            });
    if (twice) {
      loop.tick();
    }
  }

  private void becomes(String order, int status) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> status(order) == status);
  }

  private int status(String order) {
    return market.read("subscriptions?order_id=" + order).getInt("data[0].status");
  }

  /** What the project was asked for the so manyeth further term. */
  private RenewVault renewal(UUID vault, int number) {
    List<RenewVault> renewals =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(5))
            .until(() -> ordered(RenewVault.class, vault), found -> found.size() >= number);
    assertThat(renewals).hasSize(number);
    return renewals.get(number - 1);
  }
}
