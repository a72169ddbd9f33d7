package io.coffer.billing.metering;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The vaults that are paid by what is used of them. */
@ApplicationScoped
public class PaidByUse {

  private static final Metered BEFORE_ALL = new Metered("", new UUID(0, 0));

  private final VaultTermsStore terms;

  PaidByUse(VaultTermsStore terms) {
    this.terms = terms;
  }

  /** A vault of a project. */
  public record Metered(String project, UUID vaultId) {}

  /**
   * Some of them.
   *
   * @param last behind which others may be; null where none are
   */
  public record Piece(List<Metered> vaults, Metered last) {

    /** Whether there is none of them, nor behind them. */
    public boolean isNothing() {
      return vaults.isEmpty() && last == null;
    }
  }

  /** The first of those that these projects have. */
  public Uni<Piece> in(List<String> projects) {
    return behind(projects, BEFORE_ALL);
  }

  /** Those behind one of them. */
  public Uni<Piece> behind(List<String> projects, Metered last) {
    return terms.paidByUse(projects, last);
  }
}
