package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.Command;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.VaultCommand.CreateVault;
import io.coffer.contracts.vault.VaultCommand.ReleaseVault;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultGone;
import io.coffer.contracts.vault.VaultEvent.VaultMissed;
import io.coffer.contracts.vault.VaultOrderCommand;
import io.coffer.contracts.vault.VaultOrderCommand.PrepayVault;
import io.coffer.contracts.vault.VaultOrderCommand.ProvideVault;
import io.coffer.contracts.vault.VaultOrderCommand.RenewVault;
import io.coffer.contracts.vault.VaultOrderCommand.ResizeVault;
import io.coffer.contracts.vault.VaultOrderCommand.WithdrawVault;
import io.coffer.contracts.vault.VaultOrderEvent;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderFulfilled;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderRefused;
import io.coffer.contracts.vault.VaultOrderEvent.VaultSold;
import io.coffer.contracts.work.WorkCommand.StartVaultDelete;
import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.testing.Crash;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Everything that an order can ask of a vault, while each unit of work breaks: when it has claimed
 * its message, and when it has committed and sent nothing; and once with each message sent twice.
 * Each order ends in one fact, and the vault is what that says. The profile {@code soak} also has
 * each unit break alone, three times.
 */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class OrderCrashIT extends Flow {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Inject Crash crash;

  /** Whether each message comes twice, as from whoever died before he noted that it left. */
  private boolean twice;

  private final int times = Integer.getInteger("coffer.saga.times", 0);

  @Test
  void endsEachOrderOnceWhereverItBreaks() {
    twice = true;
    everything();
    twice = false;
    int broken = 0;
    for (Milestone milestone : List.of(Milestone.CLAIMED, Milestone.COMMITTED)) {
      crash.atEach(milestone);
      everything();
      broken += crash.stop();
      for (int time = 0; time < times; time++) {
        boolean more = true;
        for (int unit = 1; more; unit++) {
          crash.at(milestone, unit);
          everything();
          more = !crash.cameToNothing();
          broken += more ? 1 : 0;
        }
      }
    }
    System.out.println("units broken: " + broken);
    assertThat(broken).isGreaterThanOrEqualTo(2 * (times + 1) * 8);
    List<Long> facts = wire.events().stream().map(e -> e.envelope().seq()).distinct().toList();
    assertThat(facts)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, facts.size()).boxed().toList());
  }

  private void everything() {
    KnownResource server = Samples.server("s-" + UUID.randomUUID());
    UUID command = UUID.randomUUID();
    UUID vault = DerivedId.vault(command);
    ProvideVault provide = new ProvideVault(order(), prepaid(server));
    give(command, provide);
    assertThat(ended(provide)).isInstanceOf(VaultSold.class);
    assertThat(read("/vaults/" + vault).getString("vault.billing.order_id"))
        .isEqualTo(provide.order().orderId());
    assertThat(read("/vaults/" + vault).getList("vault.resources.id"))
        .containsExactly(server.facts().id());

    UUID taken = UUID.randomUUID();
    ProvideVault other = new ProvideVault(order(), prepaid(server));
    give(taken, other);
    assertThat(refusal(other)).isEqualTo("BackupService.6103");
    get("/vaults/" + DerivedId.vault(taken)).then().statusCode(404);

    UUID paidByUse = vault();
    assertThat(asked(new PrepayVault(order(), paidByUse))).isInstanceOf(VaultSold.class);
    assertThat(read("/vaults/" + paidByUse).getString("vault.billing.charging_mode"))
        .isEqualTo("pre_paid");
    PrepayVault again = new PrepayVault(order(), paidByUse);
    give(again);
    assertThat(refusal(again)).isEqualTo("BackupService.6110");

    assertThat(asked(new ResizeVault(order(), vault, 200))).isInstanceOf(VaultOrderFulfilled.class);
    ResizeVault unknown = new ResizeVault(order(), UUID.randomUUID(), 200);
    give(unknown);
    assertThat(refusal(unknown)).isEqualTo("BackupService.6105");
    assertThat(read("/vaults/" + vault).getInt("vault.billing.size")).isEqualTo(200);

    assertThat(asked(new WithdrawVault(order(), vault))).isInstanceOf(VaultOrderFulfilled.class);
    assertThat(asked(new WithdrawVault(order(), vault))).isInstanceOf(VaultOrderFulfilled.class);
    assertThat(read("/vaults/" + vault).getString("vault.billing.status")).isEqualTo("deleting");
    assertThat(wire.messages(StartVaultDelete.class))
        .filteredOn(work -> work.vaultId().equals(vault))
        .hasSize(1);
    missed(vault);
  }

  /** Of a vault that is gone, whoever sold it hears so each time that he orders something of it. */
  private void missed(UUID vault) {
    UUID task =
        wire.messages(StartVaultDelete.class).stream()
            .filter(work -> work.vaultId().equals(vault))
            .findFirst()
            .orElseThrow()
            .taskId();
    succeed(task, null, 0, 0);
    await().atMost(LIMIT).until(() -> told(VaultDeleted.class, vault) == 1);
    UUID release = UUID.randomUUID();
    give(release, new ReleaseVault(vault, "ARREAR", next()));
    assertThat(wire.outcome(release).status()).isEqualTo(204);
    await().atMost(LIMIT).until(() -> told(VaultMissed.class, vault) == 1);
    RenewVault renew = new RenewVault(order(), vault);
    give(renew);
    assertThat(refusal(renew)).isEqualTo("BackupService.6105");
    assertThat(told(VaultMissed.class, vault)).isEqualTo(2);
  }

  private long told(Class<? extends VaultGone> type, UUID vault) {
    return wire.events().stream()
        .map(received -> received.message())
        .filter(type::isInstance)
        .filter(event -> type.cast(event).vaultId().equals(vault))
        .count();
  }

  private VaultOrderEvent asked(VaultOrderCommand command) {
    give(command);
    return ended(command);
  }

  private void give(VaultOrderCommand command) {
    give(UUID.randomUUID(), command);
  }

  private void give(UUID id, Command command) {
    Instant time = next();
    wire.send(id, command, time);
    if (twice) {
      wire.send(id, command, time);
    }
  }

  private String refusal(VaultOrderCommand command) {
    return ((VaultOrderRefused) ended(command)).code();
  }

  /** How an order ended. */
  private VaultOrderEvent ended(VaultOrderCommand command) {
    List<VaultOrderEvent> ends =
        await()
            .atMost(LIMIT)
            .pollInterval(Duration.ofMillis(5))
            .until(() -> ends(command), found -> !found.isEmpty());
    assertThat(ends).hasSize(1);
    return ends.get(0);
  }

  private List<VaultOrderEvent> ends(VaultOrderCommand command) {
    return wire.events().stream()
        .filter(received -> received.message() instanceof VaultOrderEvent)
        .map(received -> (VaultOrderEvent) received.message())
        .filter(event -> event.order().equals(command.order()))
        .toList();
  }

  private static CreateVault prepaid(KnownResource resource) {
    CreateVault create = Samples.createVault("bought", resource);
    return new CreateVault(
        Json.changed(create.settings(), Map.of("chargingMode", "pre_paid")),
        create.resources(),
        create.tags(),
        null);
  }

  private static OrderReference order() {
    UUID id = UUID.randomUUID();
    return new OrderReference(id, 0, "domain", "CS" + id, "product", "month", 1, false);
  }
}
