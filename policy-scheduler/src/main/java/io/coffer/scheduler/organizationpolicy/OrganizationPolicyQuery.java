package io.coffer.scheduler.organizationpolicy;

import io.coffer.owner.page.Criteria;
import io.coffer.owner.page.Listing;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.page.SortKey;
import java.util.List;
import java.util.UUID;

/** The lists of chapter 4.9. */
final class OrganizationPolicyQuery {

  static final Listing<OrganizationPolicyRow> POLICIES =
      new Listing<>(
          OrganizationPolicyRow.class,
          List.of(
              new SortKey<>("r.createdAt", true, row -> row.createdAt),
              new SortKey<>("r.id", false, row -> row.id)));

  static final Listing<DeliveryRow> DELIVERIES =
      new Listing<>(
          DeliveryRow.class,
          List.of(new SortKey<>("r.memberProjectId", false, row -> row.memberProjectId)));

  private OrganizationPolicyQuery() {}

  static Criteria policies(String domain, Parameters asked) {
    return Criteria.of(domain).in("operationType", asked.texts("operation_type"));
  }

  static Criteria deliveries(String domain, UUID organizationPolicyId) {
    return Criteria.of(domain).equal("organizationPolicyId", organizationPolicyId);
  }
}
