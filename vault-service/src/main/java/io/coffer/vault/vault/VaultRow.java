package io.coffer.vault.vault;

import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.policy.VaultFacts;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultOrderFacts;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.owner.store.ProjectRow;
import io.coffer.vault.capacity.Capacity;
import io.coffer.vault.operationlog.OperationDetails;
import io.coffer.vault.operationlog.OperationLogRow;
import io.coffer.vault.resource.ObjectType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A vault: what lists filter by and what is counted, and its settings as they were chosen. */
@Entity
@Table(schema = "store", name = "vault")
public class VaultRow extends ProjectRow {

  @Enumerated(EnumType.STRING)
  public VaultStatus status;

  public String name;

  public String objectType;

  public String protectType;

  public String cloudType;

  public int sizeGb;

  public String enterpriseProjectId;

  public boolean autoBind;

  @Convert(converter = VaultSettingsColumn.class)
  public VaultSettings settings;

  @Convert(converter = TagList.class)
  public List<Tag> tags;

  @Convert(converter = SaleColumn.class)
  public OrderReference sale;

  public String userId;

  public long usedBytes;

  public int backups;

  /** Whether it was told that more is used than its threshold says, and no less since. */
  public boolean told;

  /** In the order of their names. */
  @Convert(converter = FrozenSceneList.class)
  public List<FrozenScene> frozenScenes = List.of();

  public Instant createdAt;

  public Instant updatedAt;

  void choose(VaultSettings chosen) {
    settings = chosen;
    name = chosen.name();
    objectType = chosen.objectType();
    protectType = chosen.protectType();
    cloudType = chosen.cloudType();
    sizeGb = chosen.sizeGb();
    enterpriseProjectId = chosen.enterpriseProjectId();
    autoBind = chosen.autoBind();
  }

  /** Its size, its threshold or what it stores is another one. */
  void weigh() {
    told = told && Capacity.isAboveThreshold(settings, usedBytes);
  }

  /** A task in it, of the kind of these details. */
  public OperationLogRow operation(OperationDetails details) {
    OperationLogRow log = new OperationLogRow();
    log.projectId = projectId;
    log.vaultId = id;
    log.vaultName = name;
    log.enterpriseProjectId = enterpriseProjectId;
    log.providerId = providerId();
    log.details = details;
    return log;
  }

  /** What decisions know of it. */
  public VaultState state() {
    return new VaultState(id, status, settings, usedBytes, backups, frozenScenes, told);
  }

  VaultFacts policyFacts() {
    return new VaultFacts(id, status.name(), objectType, protectType, cloudType);
  }

  VaultOrderFacts orderFacts() {
    return new VaultOrderFacts(
        name,
        ObjectType.valueOf(objectType).specCode(protectType),
        sizeGb,
        settings.chargingMode());
  }

  /** The id of what does its backups; null for kinds without one. */
  public String providerId() {
    return ObjectType.valueOf(objectType).providerId();
  }
}
