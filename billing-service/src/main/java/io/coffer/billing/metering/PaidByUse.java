package io.coffer.billing.metering;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The vaults that are paid by what is used of them. */
@ApplicationScoped
public class PaidByUse {

  private final VaultTermsStore terms;

  PaidByUse(VaultTermsStore terms) {
    this.terms = terms;
  }

  /** A vault of a project. */
  public record Metered(String project, UUID vaultId) {}

  /** Those that these projects have. */
  public Uni<List<Metered>> in(List<String> projects) {
    return terms.paidByUse(projects);
  }
}
