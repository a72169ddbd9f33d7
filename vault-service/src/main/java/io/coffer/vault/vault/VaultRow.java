package io.coffer.vault.vault;

import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.vault.resource.ObjectType;
import jakarta.persistence.Column;
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

  @Column(name = "project_id")
  public String projectId;

  @Enumerated(EnumType.STRING)
  public VaultStatus status;

  public String name;

  public String description;

  @Column(name = "object_type")
  public String objectType;

  @Column(name = "protect_type")
  public String protectType;

  @Column(name = "consistent_level")
  public String consistentLevel;

  @Column(name = "cloud_type")
  public String cloudType;

  @Column(name = "charging_mode")
  public String chargingMode;

  @Column(name = "size_gb")
  public int sizeGb;

  @Column(name = "multi_az")
  public boolean multiAz;

  @Column(name = "auto_bind")
  public boolean autoBind;

  @Convert(converter = TagList.class)
  @Column(name = "bind_rule_tags")
  public List<Tag> bindRuleTags;

  @Column(name = "auto_expand")
  public boolean autoExpand;

  public int threshold;

  @Column(name = "smn_notify")
  public boolean smnNotify;

  @Column(name = "demand_billing")
  public boolean demandBilling;

  public boolean locked;

  @Column(name = "backup_name_prefix")
  public String backupNamePrefix;

  @Column(name = "enterprise_project_id")
  public String enterpriseProjectId;

  @Column(name = "sys_lock_source_service")
  public String sysLockSourceService;

  @Convert(converter = TagList.class)
  public List<Tag> tags;

  @Column(name = "user_id")
  public String userId;

  @Column(name = "used_bytes")
  public long usedBytes;

  public int backups;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "updated_at")
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

  /** What decisions know of it. */
  public VaultState state() {
    return new VaultState(id, status, settings(), usedBytes, backups);
  }

  /** The id of what does its backups; null for kinds without one. */
  public String providerId() {
    return ObjectType.valueOf(objectType).providerId();
  }
}
