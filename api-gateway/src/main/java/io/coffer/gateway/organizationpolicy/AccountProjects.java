package io.coffer.gateway.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicyCommand.DeclareProjects;
import io.coffer.gateway.identity.Account;
import io.coffer.gateway.identity.Accounts;
import io.coffer.gateway.submit.CommandSubmitter;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.logging.Logger;

/**
 * Tells the owner of policies, once after each start, which projects an account and its members
 * have, and since when: accounts change with their file, which takes a start.
 */
@ApplicationScoped
class AccountProjects {

  private static final Logger LOG = Logger.getLogger(AccountProjects.class);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Accounts accounts;
  private final CommandSubmitter commands;

  AccountProjects(Accounts accounts, CommandSubmitter commands) {
    this.accounts = accounts;
    this.commands = commands;
  }

  void start(@Observes StartupEvent started) {
    accounts.all().forEach(this::declare);
  }

  /** Each start is another declaration: what was declared once may be true again later. */
  private void declare(Account account) {
    UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    DeclareProjects all = new DeclareProjects(accounts.organization(account), accounts.asOf());
    commands
        .give(account.domainId(), id, all)
        .onFailure()
        .retry()
        .withBackOff(PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .subscribe()
        .with(
            declared -> LOG.debugf("projects declared account=%s", account),
            failure -> LOG.errorf(failure, "projects not declared account=%s", account));
  }
}
