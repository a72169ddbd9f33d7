package io.coffer.gateway.dbom;

import io.coffer.contracts.dbom.InstanceOrderCommand.OrderInstance;
import io.coffer.contracts.dbom.InstanceSettings;
import io.coffer.contracts.dbom.InstanceSettings.Nic;
import io.coffer.contracts.dbom.InstanceSettings.Outside;
import io.coffer.contracts.dbom.InstanceSettings.PublicIp;
import io.coffer.contracts.secret.SealedSecret;
import io.coffer.contracts.vault.Tag;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.identity.Project;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An order in a body: its service speaks in numbers where others have words and truth values. */
record InstanceOrderBody(Body order) {

  private static final int YEAR = 3;
  private static final int MOST_YEARS = 3;

  /** The clear password, to be sealed and then forgotten. */
  String password() {
    return order.text("hx_password");
  }

  OrderInstance command(UUID instanceId, Project project, SealedSecret password) {
    boolean yearly = order.number("period_type") == YEAR;
    int periods = order.number("period_num");
    if (yearly && periods > MOST_YEARS) {
      throw ApiException.invalid("period_num must be 1 to " + MOST_YEARS + " for years.");
    }
    return new OrderInstance(
        instanceId,
        project.id(),
        project.region(),
        settings(),
        yearly ? "year" : "month",
        periods,
        order.number("is_auto_renew") == 1,
        order.number("is_auto_pay") == 1,
        password);
  }

  private InstanceSettings settings() {
    return new InstanceSettings(
        order.text("name"),
        order.text("comment"),
        order.objects("product_infos", InstanceOrderBody::specCode).get(0).orElse(null),
        order.text("flavor_ref"),
        order.text("availability_zone"),
        order.text("region_id"),
        order.text("vpc_id"),
        order.objects("nics", nic -> new Nic(nic.text("subnet_id"), nic.text("ip_address"))),
        order.objects("security_groups", group -> group.text("id")),
        publicIp(),
        outside(),
        order.number("asset_nums"),
        order.text("deploy_mode"),
        order.number("image_business_type"),
        order.text("enterprise_project_id"),
        tags());
  }

  private static Optional<String> specCode(Body product) {
    return Optional.ofNullable(product.text("resource_spec_code"));
  }

  private PublicIp publicIp() {
    String id = order.object("public_ip").text("id");
    return id == null ? null : new PublicIp(id, null);
  }

  private Outside outside() {
    if (!order.has("outside_ins_config")) {
      return null;
    }
    Body nodes = order.object("outside_ins_config");
    return new Outside(
        nodes.text("master_node_ip"), nodes.text("slave_node_ip"), nodes.text("virtual_ip"));
  }

  private List<Tag> tags() {
    return order.objects("tags", tag -> new Tag(tag.text("key"), tag.text("value")));
  }
}
