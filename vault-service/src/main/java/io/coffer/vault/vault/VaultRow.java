package io.coffer.vault.vault;

import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.vault.operationlog.OperationDetails;
import io.coffer.vault.operationlog.OperationLogRow;
import io.coffer.vault.resource.ObjectType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A vault. */
@Entity
@Table(schema = "store", name = "vault")
public class VaultRow {

  @Id public UUID id;

  public String projectId;

  @Enumerated(EnumType.STRING)
  public VaultStatus status;

  public String name;

  public String description;

  public String objectType;

  public String protectType;

  public String consistentLevel;

  public String cloudType;

  public String chargingMode;

  public int sizeGb;

  public boolean multiAz;

  public boolean autoBind;

  @Convert(converter = TagList.class)
  public List<Tag> bindRuleTags;

  public boolean autoExpand;

  public int threshold;

  public boolean smnNotify;

  public boolean demandBilling;

  public boolean locked;

  public String backupNamePrefix;

  public String enterpriseProjectId;

  public String sysLockSourceService;

  @Convert(converter = TagList.class)
  public List<Tag> tags;

  public String userId;

  public long usedBytes;

  public int backups;

  public Instant createdAt;

  public Instant updatedAt;

  /** What its owner chose. */
  public VaultSettings settings() {
    return new VaultSettings(
        name,
        description,
        objectType,
        protectType,
        consistentLevel,
        cloudType,
        chargingMode,
        sizeGb,
        multiAz,
        autoBind,
        bindRuleTags,
        autoExpand,
        threshold,
        smnNotify,
        demandBilling,
        locked,
        backupNamePrefix,
        enterpriseProjectId,
        sysLockSourceService);
  }

  void settings(VaultSettings chosen) {
    name = chosen.name();
    description = chosen.description();
    objectType = chosen.objectType();
    protectType = chosen.protectType();
    consistentLevel = chosen.consistentLevel();
    cloudType = chosen.cloudType();
    chargingMode = chosen.chargingMode();
    sizeGb = chosen.sizeGb();
    multiAz = chosen.multiAz();
    autoBind = chosen.autoBind();
    bindRuleTags = chosen.bindRuleTags();
    autoExpand = chosen.autoExpand();
    threshold = chosen.threshold();
    smnNotify = chosen.smnNotify();
    demandBilling = chosen.demandBilling();
    locked = chosen.locked();
    backupNamePrefix = chosen.backupNamePrefix();
    enterpriseProjectId = chosen.enterpriseProjectId();
    sysLockSourceService = chosen.sysLockSourceService();
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
    return new VaultState(id, status, settings(), usedBytes, backups);
  }

  /** The id of what does its backups; null for kinds without one. */
  public String providerId() {
    return ObjectType.valueOf(objectType).providerId();
  }
}
