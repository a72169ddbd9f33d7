package io.coffer.billing.account;

import io.coffer.billing.money.Amounts;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.Amount;
import io.coffer.messaging.decision.Answer;
import io.coffer.owner.refusal.Refused;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** What a domain may pay with, for readers. */
@Path("/internal/projects/{domain}/balances")
@Produces(MediaType.APPLICATION_JSON)
public class BalancesReadResource {

  /** The kind of account that every customer has. */
  private static final int BALANCE = 1;

  private final AccountStore accounts;

  BalancesReadResource(AccountStore accounts) {
    this.accounts = accounts;
  }

  @GET
  @WithSession
  public Uni<String> show(@RestPath String domain) {
    return accounts
        .of(domain)
        .onItem()
        .ifNull()
        .failWith(
            () ->
                new Refused(
                    CbrError.ORDER_NOT_FOUND, "No account was opened for domain " + domain + "."))
        .map(BalancesReadResource::balances);
  }

  private static String balances(Account account) {
    Amount amount = Amounts.wire(account.balance());
    return Answer.ok(
            Map.of(
                "account_balances",
                List.of(
                    Map.of(
                        "account_id",
                        account.domainId(),
                        "account_type",
                        BALANCE,
                        "amount",
                        amount.value(),
                        "currency",
                        amount.currency())),
                "debt_amount",
                Amounts.wire(account.owed()).value(),
                "currency",
                amount.currency()))
        .body();
  }
}
