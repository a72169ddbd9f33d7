package io.coffer.billing.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.billing.SubscriptionCommand.Resize;
import io.coffer.contracts.billing.SubscriptionCommand.Unsubscribe;
import io.coffer.contracts.vault.VaultOrderCommand;
import io.coffer.contracts.vault.VaultOrderCommand.PrepayVault;
import io.coffer.contracts.vault.VaultOrderCommand.ResizeVault;
import io.coffer.contracts.vault.VaultOrderCommand.WithdrawVault;
import io.coffer.contracts.vault.VaultOrderEvent;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderFulfilled;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderRefused;
import io.coffer.contracts.vault.VaultOrderEvent.VaultSold;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class SagaCrashIT extends BrokenCourse {

  private static final String TAKEN = "BackupService.6103";

  @Test
  void breaksNothingOfAVaultThatIsMadeChangedAndGivenBack() throws Exception {
    broken(this::made);
  }

  @Test
  void breaksNothingOfAVaultOfWhichEachWishIsRefused() throws Exception {
    broken(this::refused);
  }

  /** From the order to the end of the subscription. */
  private void made() throws Exception {
    UUID vault = UUID.randomUUID();
    String bought = paid(vault);
    happens(new VaultSold(vault, asked(PrepayVault.class, vault).order(), now));
    ends(bought, OrderStatus.COMPLETED);

    String larger = ask(larger(vault)).body().path("orderId").asText();
    happens(new VaultOrderFulfilled(vault, asked(ResizeVault.class, vault).order()));
    ends(larger, OrderStatus.COMPLETED);

    String end = ask(new Unsubscribe(List.of(vault))).body().at("/order_ids/0").asText();
    happens(new VaultOrderFulfilled(vault, asked(WithdrawVault.class, vault).order()));
    ends(end, OrderStatus.COMPLETED);
    assertThat(subscription(bought)).isEqualTo("3 200");
  }

  /** A first vault is not made, a second is neither changed nor taken away. */
  private void refused() throws Exception {
    UUID never = UUID.randomUUID();
    String refunded = paid(never);
    happens(refusal(asked(PrepayVault.class, never)));
    ends(refunded, OrderStatus.CANCELLED);
    assertThat(subscription(refunded)).isEqualTo("null null");

    UUID vault = UUID.randomUUID();
    String bought = paid(vault);
    happens(new VaultSold(vault, asked(PrepayVault.class, vault).order(), now));
    ends(bought, OrderStatus.COMPLETED);
    String larger = ask(larger(vault)).body().path("orderId").asText();
    happens(refusal(asked(ResizeVault.class, vault)));
    ends(larger, OrderStatus.CANCELLED);
    String end = ask(new Unsubscribe(List.of(vault))).body().at("/order_ids/0").asText();
    happens(refusal(asked(WithdrawVault.class, vault)));
    ends(end, OrderStatus.CANCELLED);
    assertThat(subscription(bought)).isEqualTo("2 100");
  }

  private Resize larger(UUID vault) {
    return new Resize(
        vault, market.vaults.project(), null, "vault.backup.server.normal", 200, true);
  }

  private static VaultOrderEvent refusal(VaultOrderCommand asked) {
    return new VaultOrderRefused(id(asked), asked.order(), TAKEN, "Taken.");
  }
}
