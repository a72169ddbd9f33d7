package io.coffer.gateway.order;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.billing.AccountCommand.OpenAccount;
import io.coffer.gateway.identity.Account;
import io.coffer.gateway.identity.Accounts;
import io.coffer.gateway.submit.CommandSubmitter;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Has an account opened for each domain in the file of accounts, each time that the gateway starts:
 * who has one keeps it as it is.
 */
@ApplicationScoped
class AccountOpening {

  private static final Logger LOG = Logger.getLogger(AccountOpening.class);
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final CommandSubmitter commands;
  private final Queue<Account> rest;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "accounts");
            made.setDaemon(true);
            return made;
          });

  AccountOpening(CommandSubmitter commands, Accounts accounts) {
    this.commands = commands;
    this.rest = new ArrayDeque<>(accounts.all());
  }

  void start(@Observes StartupEvent started) {
    thread.scheduleWithFixedDelay(this::open, 0, 200, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stopping) {
    thread.shutdownNow();
  }

  private void open() {
    try {
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
      thread.shutdown();
    } catch (RuntimeException e) {
      LOG.debugf("accounts are not open yet: %s", e.getMessage());
    }
  }
}
