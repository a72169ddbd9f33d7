package io.coffer.gateway.order;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.billing.AccountCommand.OpenAccount;
import io.coffer.gateway.identity.Account;
import io.coffer.gateway.identity.Accounts;
import io.coffer.gateway.submit.CommandSubmitter;
import io.coffer.messaging.round.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;

/**
 * Has an account opened for each domain in the file of accounts, each time that the gateway starts:
 * who has one keeps it as it is.
 */
@ApplicationScoped
class AccountOpening {

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final CommandSubmitter commands;
  private final Queue<Account> rest;
  private final Rounds rounds = new Rounds("accounts", this::open);

  AccountOpening(CommandSubmitter commands, Accounts accounts) {
    this.commands = commands;
    this.rest = new ArrayDeque<>(accounts.all());
  }

  void start(@Observes StartupEvent started) {
    rounds.begin(PAUSE);
  }

  void stop(@Observes ShutdownEvent stopping) {
    rounds.close();
  }

  private void open() {
    while (!rest.isEmpty()) {
      Account account = rest.peek();
      UUID domain = UUID.nameUUIDFromBytes(account.domainId().getBytes(StandardCharsets.UTF_8));
      commands
          .give(
              account.domainId(),
              DerivedId.of(domain, "account"),
              new OpenAccount(account.balance()))
          .await()
          .atMost(PATIENCE);
      rest.remove();
    }
    rounds.close();
  }
}
