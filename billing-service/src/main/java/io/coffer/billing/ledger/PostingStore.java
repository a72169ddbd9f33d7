package io.coffer.billing.ledger;

import io.coffer.owner.page.Page;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** All postings of domains. */
@ApplicationScoped
public class PostingStore implements PanacheRepositoryBase<PostingRow, UUID> {

  /** Of what happened at one moment, what comes in is first: no balance is below zero between. */
  private static final String STATEMENT =
      """
      select r, sum(r.amount) over (partition by r.currency order by r.postedAt, r.amount desc, r.id)
      from PostingRow r where r.domainId = :domain and r.account = :account
      order by r.postedAt desc, r.amount, r.id desc
      """;

  /** A part of the statement of an account, the newest first. */
  public Uni<List<Entry>> statement(String domain, LedgerAccount account, Page page) {
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(STATEMENT, Object[].class)
                    .setParameter("domain", domain)
                    .setParameter("account", account.name())
                    .setFirstResult(page.offset())
                    .setMaxResults(page.limit())
                    .getResultList())
        .map(rows -> rows.stream().map(PostingStore::entry).toList());
  }

  /** How many lines the statement of an account has. */
  public Uni<Long> lines(String domain, LedgerAccount account) {
    return count("domainId = ?1 and account = ?2", domain, account.name());
  }

  private static Entry entry(Object[] columns) {
    PostingRow row = (PostingRow) columns[0];
    return new Entry(
        row.id,
        row.kind,
        row.reference,
        row.postedAt,
        row.amount,
        (BigDecimal) columns[1],
        row.currency);
  }
}
