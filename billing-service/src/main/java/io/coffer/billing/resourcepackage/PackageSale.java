package io.coffer.billing.resourcepackage;

import io.coffer.billing.lifetime.SoldService;
import io.coffer.billing.subscription.Term;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.Provision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What is asked of the project that bought packages. */
@ApplicationScoped
class PackageSale implements SoldService {

  static final String SERVICE_TYPE = "hws.service.type.gaussdb";
  static final String RESOURCE_TYPE = "hws.resource.type.gaussdb.backup.package";

  private static final String RENEW = "coffer.package.renew.v1";
  private static final String END = "coffer.package.end.v1";

  @Override
  public String serviceType() {
    return SERVICE_TYPE;
  }

  @Override
  public Provision withdrawal(OrderLine line, UUID commandId) {
    return new Provision(
        line.projectId(),
        commandId,
        END,
        Json.MAPPER.createObjectNode().put("packageId", line.resourceId().toString()));
  }

  @Override
  public Provision renewal(OrderLine line, Term term, UUID commandId) {
    return new Provision(
        line.projectId(),
        commandId,
        RENEW,
        Json.MAPPER
            .createObjectNode()
            .put("packageId", line.resourceId().toString())
            .put("from", term.start().toString())
            .put("until", term.end().toString()));
  }

  /** One that is valid no more has nothing in it. */
  @Override
  public Optional<Keeping> keeping(OrderLine line) {
    return Optional.empty();
  }

  /** Who needs more buys another package. */
  @Override
  public Optional<Provision> resize(OrderLine line, UUID commandId) {
    return Optional.empty();
  }
}
