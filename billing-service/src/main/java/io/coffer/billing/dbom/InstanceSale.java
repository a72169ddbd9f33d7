package io.coffer.billing.dbom;

import io.coffer.billing.lifetime.SoldService;
import io.coffer.billing.subscription.Term;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.FreezeScene;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.Provision;
import io.coffer.contracts.dbom.InstanceFreezeCommand.FreezeInstance;
import io.coffer.contracts.dbom.InstanceFreezeCommand.ReleaseInstance;
import io.coffer.contracts.dbom.InstanceOrderCommand.OrderInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Instances as something that is sold for a time. */
@ApplicationScoped
class InstanceSale implements SoldService {

  static final String SERVICE_TYPE = "hws.service.type.dbss";
  static final String RESOURCE_TYPE = "hws.resource.type.dbss.opsmgmt";

  private static final String PROVIDE = "coffer.dbom-order.provide.v1";
  private static final String RENEW = "coffer.dbom-order.renew.v1";
  private static final String WITHDRAW = "coffer.dbom-order.withdraw.v1";
  private static final String INSTANCE_ID = "instanceId";

  /** The line of an order; the password of the instance is no part of it. */
  static OrderLine line(OrderInstance order, UUID provideCommand) {
    return new OrderLine(
        order.instanceId(),
        order.projectId(),
        order.region(),
        SERVICE_TYPE,
        RESOURCE_TYPE,
        order.settings().name(),
        order.settings().specCode(),
        1,
        order.periodType(),
        order.periodNum(),
        order.autoRenew(),
        null,
        new Provision(
            order.projectId(),
            provideCommand,
            PROVIDE,
            Json.MAPPER
                .createObjectNode()
                .put(INSTANCE_ID, order.instanceId().toString())
                .set("settings", Json.MAPPER.valueToTree(order.settings()))));
  }

  @Override
  public String serviceType() {
    return SERVICE_TYPE;
  }

  @Override
  public Provision withdrawal(OrderLine line, UUID commandId) {
    return new Provision(
        line.projectId(),
        commandId,
        WITHDRAW,
        Json.MAPPER.createObjectNode().put(INSTANCE_ID, line.resourceId().toString()));
  }

  @Override
  public Provision renewal(OrderLine line, Term term, UUID commandId) {
    return new Provision(
        line.projectId(),
        commandId,
        RENEW,
        Json.MAPPER.createObjectNode().put(INSTANCE_ID, line.resourceId().toString()));
  }

  @Override
  public Optional<Keeping> keeping(OrderLine line) {
    UUID instance = line.resourceId();
    return Optional.of(
        new Keeping(
            new FreezeInstance(instance, FreezeScene.ARREAR, true),
            since -> new ReleaseInstance(instance, FreezeScene.ARREAR, since)));
  }

  /** There is one of each. */
  @Override
  public Optional<Provision> resize(OrderLine line, UUID commandId) {
    return Optional.empty();
  }
}
