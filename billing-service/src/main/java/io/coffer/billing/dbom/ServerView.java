package io.coffer.billing.dbom;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.dbom.InstanceSettings;
import io.coffer.contracts.dbom.InstanceSettings.Nic;
import io.coffer.owner.time.WireTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A node of an instance on the wire: one for each availability zone that was asked for. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServerView(
    UUID serverId,
    UUID instanceId,
    String name,
    String status,
    String taskStatus,
    int isActive,
    String created,
    String connectIp,
    String region,
    String zone,
    String vpcId,
    String subnetId,
    String securityGroupId,
    String specification,
    String resourceSpecCode,
    String description) {

  /** Nobody needs more than a main node and one that stands by. */
  private static final int MOST_NODES = 2;

  static List<ServerView> of(InstanceRow row) {
    List<String> zones = List.of(row.settings.availabilityZone().split(",", MOST_NODES));
    return IntStream.range(0, zones.size()).mapToObj(i -> of(row, i, zones.get(i))).toList();
  }

  private static ServerView of(InstanceRow row, int number, String zone) {
    InstanceSettings settings = row.settings;
    Nic nic = settings.nics().get(0);
    UUID id = ClusterView.node(row.id, number);
    return new ServerView(
        id,
        row.id,
        settings.name(),
        row.status.wire(),
        row.status.task(),
        number,
        WireTime.offset(row.createdAt),
        number == 0 && nic.ipAddress() != null ? nic.ipAddress() : found(id),
        settings.regionId(),
        zone.strip(),
        settings.vpcId(),
        nic.subnetId(),
        String.join(",", settings.securityGroupIds()),
        settings.flavorRef(),
        settings.specCode(),
        described(row));
  }

  private static String described(InstanceRow row) {
    return row.frozenScenes.isEmpty() ? row.reason : "frozen: " + row.state().reasons();
  }

  /** An address for a node that nobody chose one for; always the same. */
  private static String found(UUID node) {
    long bits = node.getLeastSignificantBits();
    return "10." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (1 + (bits & 255) % 254);
  }
}
