package io.coffer.billing.dbom;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.dbom.InstanceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** An instance on the wire, as a cluster of its nodes. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClusterView(
    UUID instanceId,
    String name,
    String chargeModel,
    String deployMode,
    long created,
    Long expired,
    String keepDays,
    String remainDays,
    String floatIp,
    String publicIp,
    String newVersion,
    String comment,
    String enterpriseProjectId,
    @JsonProperty("is_active_standby") boolean activeStandby,
    ActivateInfo activateInfo,
    Detail detail) {

  private static final Duration DAY = Duration.ofDays(1);
  private static final int PROXY_PORT = 443;
  private static final String VERSION = "1.0.0";

  /** All instances of a project. */
  record All(List<ClusterView> clusters) {}

  /** Where its nodes are. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ActivateInfo(
      String dscProxyIp,
      Integer dscProxyPort,
      String dscProxyDomainName,
      UUID masterNodeId,
      UUID slaveNodeId) {}

  /** Its nodes. */
  record Detail(List<ServerView> server, int total) {}

  /**
   * An instance as it is shown.
   *
   * @param expiry the end of what is paid; null before that is known
   */
  static ClusterView of(InstanceRow row, Instant expiry, Instant now) {
    InstanceSettings settings = row.settings;
    List<ServerView> nodes = ServerView.of(row);
    String address = nodes.get(0).connectIp();
    return new ClusterView(
        row.id,
        settings.name(),
        "Period",
        settings.deployMode().toUpperCase(Locale.ROOT),
        row.createdAt.toEpochMilli(),
        expiry == null ? null : Long.valueOf(expiry.toEpochMilli()),
        Long.toString(Math.max(0, Duration.between(row.createdAt, now).dividedBy(DAY))),
        expiry == null ? null : Long.toString(begun(Duration.between(now, expiry))),
        address,
        settings.publicIp() == null ? null : settings.publicIp().address(),
        VERSION,
        settings.comment(),
        settings.enterpriseProjectId(),
        nodes.size() > 1,
        new ActivateInfo(
            address,
            PROXY_PORT,
            null,
            nodes.get(0).serverId(),
            nodes.size() > 1 ? nodes.get(1).serverId() : null),
        new Detail(nodes, nodes.size()));
  }

  /** The node of an instance with this number. */
  static UUID node(UUID instance, int number) {
    return DerivedId.of(instance, "node" + number);
  }

  private static long begun(Duration left) {
    return left.isNegative() ? 0 : left.plus(DAY).minusMillis(1).dividedBy(DAY);
  }
}
