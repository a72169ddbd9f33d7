package io.coffer.billing.dbom;

import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.dbom.InstanceSettings;
import io.coffer.owner.store.ProjectRow;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** An instance as its project chose it, with what is being done with it. */
@Entity
@Table(schema = "store", name = "dbom_instance")
class InstanceRow extends ProjectRow {

  @Convert(converter = InstanceSettingsColumn.class)
  InstanceSettings settings;

  @Convert(converter = OrderReferenceColumn.class)
  OrderReference boughtBy;

  @Enumerated(EnumType.STRING)
  InstanceStatus status;

  Instant statusSince;
  String reason;

  /** In the order of their names. */
  @Convert(converter = FrozenSceneList.class)
  List<FrozenScene> frozenScenes = List.of();

  Instant createdAt;

  InstanceState state() {
    return new InstanceState(id, settings, boughtBy, status, statusSince, frozenScenes);
  }
}
