package io.coffer.billing.account;

import io.coffer.billing.ledger.LedgerAccount;
import io.coffer.billing.ledger.PostingStore;
import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.Parameters;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** What came into the account of a domain and what went out of it, for readers. */
@Path("/internal/projects/{domain}/account-change-records")
@Produces(MediaType.APPLICATION_JSON)
public class StatementReadResource {

  private static final String OWED = "BALANCE_TYPE_CREDIT";

  private final PostingStore postings;

  StatementReadResource(PostingStore postings) {
    this.postings = postings;
  }

  @GET
  @WithSession
  public Uni<String> list(@RestPath String domain, @Context UriInfo uri) {
    Parameters asked = new Parameters(uri.getQueryParameters());
    LedgerAccount account =
        OWED.equals(asked.text("balance_type")) ? LedgerAccount.receivable : LedgerAccount.balance;
    return postings
        .statement(domain, account, Page.of(asked))
        .chain(
            entries ->
                postings
                    .lines(domain, account)
                    .map(
                        total ->
                            Answer.ok(
                                    Map.of(
                                        "records",
                                        entries.stream().map(StatementView::of).toList(),
                                        "total_count",
                                        total))
                                .body()));
  }
}
