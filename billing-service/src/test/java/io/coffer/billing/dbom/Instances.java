package io.coffer.billing.dbom;

import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.dbom.InstanceSettings;
import io.coffer.contracts.dbom.InstanceSettings.Nic;
import io.coffer.contracts.dbom.InstanceSettings.PublicIp;
import io.coffer.contracts.vault.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Instances for tests. */
final class Instances {

  static final Instant SINCE = Instant.parse("2026-01-31T12:00:00.123Z");
  static final UUID ID = UUID.fromString("00000000-0000-4000-8000-0000000000aa");
  static final PublicIp ADDRESS = new PublicIp("eip-1", "203.0.113.7");
  static final OrderReference ORDER =
      new OrderReference(
          new UUID(0, 1), 0, "domain", "CS26013112000000A", "OFFI-1", "month", 1, false);

  private Instances() {}

  static InstanceSettings settings(PublicIp address) {
    return new InstanceSettings(
        "DBSS-f5e1",
        null,
        "dbss.opsmgmt.high",
        "s6.2xlarge.2",
        "zone-a,zone-b",
        "region-1",
        "vpc-1",
        List.of(new Nic("subnet-1", null)),
        List.of("group-1", "group-2"),
        address,
        null,
        10,
        "cloud",
        1,
        "0",
        List.of(new Tag("k", "v")));
  }

  static InstanceState in(InstanceStatus status) {
    return in(status, null);
  }

  static InstanceState in(InstanceStatus status, PublicIp address) {
    return new InstanceState(ID, settings(address), ORDER, status, SINCE, List.of());
  }
}
