package io.coffer.billing.ledger;

import io.coffer.billing.money.Amounts;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.billing.LedgerEvent.Posting;
import io.coffer.contracts.billing.LedgerEvent.TransactionPosted;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.javamoney.moneta.Money;

/** What the accounts of domains have. */
@ApplicationScoped
public class LedgerStore implements PanacheRepositoryBase<LedgerAccountRow, UUID> {

  /** What an account of a domain has in a currency. */
  public Uni<Money> amount(String domain, LedgerAccount account, String currency) {
    return findById(id(domain, account.name(), currency))
        .map(row -> row == null ? Amounts.zero(currency) : Amounts.of(row.amount, row.currency));
  }

  Uni<Void> post(TransactionPosted transaction, int place, String domain) {
    Posting posting = transaction.postings().get(place);
    Money money = Amounts.of(posting.amount());
    return row(domain, posting, money)
        .invoke(row -> row.amount = Amounts.number(Amounts.of(row.amount, row.currency).add(money)))
        .chain(() -> getSession())
        .chain(session -> session.persist(postingRow(transaction, place, domain)));
  }

  private Uni<LedgerAccountRow> row(String domain, Posting posting, Money money) {
    String currency = money.getCurrency().getCurrencyCode();
    UUID id = id(domain, posting.account(), currency);
    return findById(id)
        .chain(
            present -> {
              if (present != null) {
                return Uni.createFrom().item(present);
              }
              LedgerAccountRow row = new LedgerAccountRow();
              row.id = id;
              row.domainId = domain;
              row.account = posting.account();
              row.currency = currency;
              row.amount = Amounts.number(Amounts.zero(currency));
              return persist(row);
            });
  }

  private static PostingRow postingRow(TransactionPosted transaction, int place, String domain) {
    Posting posting = transaction.postings().get(place);
    PostingRow row = new PostingRow();
    row.id = DerivedId.of(transaction.transactionId(), Integer.toString(place));
    row.domainId = domain;
    row.transactionId = transaction.transactionId();
    row.kind = transaction.kind();
    row.reference = transaction.reference();
    row.account = posting.account();
    row.amount = Amounts.number(Amounts.of(posting.amount()));
    row.currency = posting.amount().currency();
    row.postedAt = transaction.postedAt();
    return row;
  }

  private static UUID id(String domain, String account, String currency) {
    UUID namespace = UUID.nameUUIDFromBytes(domain.getBytes(StandardCharsets.UTF_8));
    return DerivedId.of(namespace, account + "/" + currency);
  }
}
