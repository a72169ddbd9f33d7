package io.coffer.cli.dbom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Option;

/** What an instance is ordered with, beside its name and its password. */
final class InstanceOrder {

  private static final String SERVICE = "hws.service.type.dbss";
  private static final int MONTHS = 2;
  private static final int YEARS = 3;

  @Option(
      names = "--edition",
      paramLabel = "CODE",
      defaultValue = "dbss.opsmgmt.basic",
      description = "What it is; coffer price lists editions (default: ${DEFAULT-VALUE}).")
  private String edition;

  @Option(
      names = "--flavor",
      paramLabel = "FLAVOR",
      defaultValue = "s6.xlarge.2",
      description = "The machine that it runs on (default: ${DEFAULT-VALUE}).")
  private String flavor;

  @Option(
      names = "--assets",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "How many databases it is for (default: ${DEFAULT-VALUE}).")
  private int assets;

  @Option(
      names = "--months",
      paramLabel = "NUMBER",
      description = "For how many months (default: 1).")
  private Integer months;

  @Option(names = "--years", paramLabel = "NUMBER", description = "For how many years.")
  private Integer years;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "zone-1",
      description =
          "Where its node is; two with a comma for two nodes (default: ${DEFAULT-VALUE}).")
  private String zone;

  @Option(
      names = "--vpc",
      paramLabel = "ID",
      defaultValue = "vpc-1",
      description = "Its network (default: ${DEFAULT-VALUE}).")
  private String vpc;

  @Option(
      names = "--subnet",
      paramLabel = "ID",
      defaultValue = "subnet-1",
      description = "Its subnet (default: ${DEFAULT-VALUE}).")
  private String subnet;

  @Option(
      names = "--security-group",
      paramLabel = "ID",
      defaultValue = "default",
      description = "A security group; may be given again (default: ${DEFAULT-VALUE}).")
  private List<String> securityGroups;

  @Option(names = "--eip", paramLabel = "ID", description = "The elastic address to bind to it.")
  private String eip;

  @Option(names = "--comment", paramLabel = "TEXT", description = "A comment to keep.")
  private String comment;

  @Option(names = "--auto-renew", description = "Renew it by itself.")
  private boolean autoRenew;

  @Option(names = "--pay", description = "Pay it from the balance at once.")
  private boolean pay;

  /** The body of the order. */
  ObjectNode body(String name, String password) {
    if (months != null && years != null) {
      throw new IllegalArgumentException("Give --months or --years, not both");
    }
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    order.put("name", name).put("hx_password", password).put("flavor_ref", flavor);
    order.put("asset_nums", assets).put("availability_zone", zone).put("vpc_id", vpc);
    order.put("cloud_service_type", SERVICE).put("charging_mode", 0).put("subscription_num", 1);
    order.put("period_type", years == null ? MONTHS : YEARS);
    order.put("period_num", years != null ? years : months != null ? months : 1);
    order.put("is_auto_renew", autoRenew ? 1 : 0).put("is_auto_pay", pay ? 1 : 0);
    order.put("image_business_type", 1).put("enterprise_project_id", "0");
    order.putArray("nics").addObject().put("subnet_id", subnet);
    ArrayNode groups = order.putArray("security_groups");
    securityGroups.forEach(group -> groups.addObject().put("id", group));
    order
        .putArray("product_infos")
        .addObject()
        .put("cloud_service_type", SERVICE)
        .put("resource_spec_code", edition);
    if (eip != null) {
      order.putObject("public_ip").put("id", eip);
    }
    if (comment != null) {
      order.put("comment", comment);
    }
    return order;
  }
}
