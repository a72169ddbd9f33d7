package io.coffer.gateway.vault;

import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.request.Check;
import io.coffer.gateway.request.ResourceBody;
import java.util.List;
import java.util.Set;

/** The body of POST /vaults (tables 4-153 and 4-154). */
record CreateVaultBody(Vault vault) {

  record Vault(
      String name,
      String description,
      Billing billing,
      List<ResourceBody> resources,
      List<TagBody> tags,
      String backupPolicyId,
      String enterpriseProjectId,
      Boolean autoBind,
      BindRulesBody bindRules,
      Boolean autoExpand,
      Integer threshold,
      Boolean smnNotify,
      String backupNamePrefix,
      Boolean demandBilling,
      String sysLockSourceService,
      Boolean locked) {}

  record Billing(
      String cloudType,
      String consistentLevel,
      String objectType,
      String protectType,
      Integer size,
      String chargingMode,
      String periodType,
      Integer periodNum,
      Boolean isAutoRenew,
      Boolean isAutoPay,
      String consoleUrl,
      Boolean isMultiAz) {}

  static final Set<String> CONSISTENT_LEVELS = Set.of("crash_consistent", "app_consistent");
  static final Set<String> CLOUD_TYPES = Set.of("public", "hybrid");
  static final Set<String> PROTECT_TYPES = Set.of("backup", "replication");
  static final Set<String> OBJECT_TYPES =
      Set.of("server", "disk", "turbo", "workspace", "vmware", "rds", "file");
  static final int LARGEST_GB = 10_485_760;

  private static final String IN = "vault.";
  private static final String BILLING = "vault.billing.";
  private static final int MOST_TAGS = 10;
  private static final int MOST_RESOURCES = 255;

  /** Checks everything that can be checked without a store. */
  CreateVaultBody checked() {
    Vault v = Check.present("vault", vault);
    Check.text(IN + "name", Check.present(IN + "name", v.name()), 1, 64);
    Check.text(IN + "description", v.description(), 0, 64);
    checkBilling(Check.present("vault.billing", v.billing()));
    List<ResourceBody> resources = Check.present(IN + "resources", v.resources());
    Check.list(IN + "resources", resources, 0, MOST_RESOURCES);
    for (int i = 0; i < resources.size(); i++) {
      resources.get(i).check(IN + "resources[" + i + "]");
    }
    Check.text(IN + "backup_policy_id", v.backupPolicyId(), 0, 64);
    Check.text(IN + "enterprise_project_id", v.enterpriseProjectId(), 0, 64);
    Check.range(IN + "threshold", v.threshold(), 1, 100);
    Check.text(IN + "backup_name_prefix", v.backupNamePrefix(), 0, 32);
    Check.oneOf(IN + "sys_lock_source_service", filled(v.sysLockSourceService()), Set.of("SMB"));
    if (Check.or(v.demandBilling(), false)) {
      throw ApiException.invalid(IN + "demand_billing may be true only for yearly/monthly vaults.");
    }
    return this;
  }

  private static void checkBilling(Billing b) {
    required("consistent_level", b.consistentLevel(), CONSISTENT_LEVELS);
    required("object_type", b.objectType(), OBJECT_TYPES);
    required("protect_type", b.protectType(), PROTECT_TYPES);
    Check.range(BILLING + "size", Check.present(BILLING + "size", b.size()), 10, LARGEST_GB);
    if (filled(b.cloudType()) != null) {
      Check.oneOf(BILLING + "cloud_type", b.cloudType(), CLOUD_TYPES);
    }
    Check.oneOf(
        BILLING + "charging_mode", filled(b.chargingMode()), Set.of("post_paid", "pre_paid"));
    if ("pre_paid".equals(b.chargingMode())) {
      throw ApiException.invalid(
          BILLING + "charging_mode must be post_paid: pre_paid vaults are not offered here.");
    }
    Check.oneOf(BILLING + "period_type", filled(b.periodType()), Set.of("year", "month"));
    Check.text(BILLING + "console_url", filled(b.consoleUrl()), 1, 255);
  }

  private static void required(String field, String value, Set<String> allowed) {
    Check.oneOf(BILLING + field, Check.present(BILLING + field, value), allowed);
  }

  /** The settings with the documented defaults filled in. */
  VaultSettings settings() {
    Billing b = vault.billing();
    return new VaultSettings(
        vault.name(),
        vault.description(),
        b.objectType(),
        b.protectType(),
        b.consistentLevel(),
        Check.or(filled(b.cloudType()), "public"),
        "post_paid",
        b.size(),
        Check.or(b.isMultiAz(), false),
        Check.or(vault.autoBind(), false),
        Check.or(BindRulesBody.tags(IN + "bind_rules", vault.bindRules()), List.of()),
        Check.or(vault.autoExpand(), false),
        Check.or(vault.threshold(), 80),
        Check.or(vault.smnNotify(), true),
        false,
        Check.or(vault.locked(), false),
        filled(vault.backupNamePrefix()),
        Check.or(filled(vault.enterpriseProjectId()), "0"),
        filled(vault.sysLockSourceService()));
  }

  List<Tag> tags() {
    return Check.or(TagBody.tags(IN + "tags", vault.tags(), 1, MOST_TAGS), List.of());
  }

  /** The policy to apply; null for none. */
  String policy() {
    return filled(vault.backupPolicyId());
  }

  private static String filled(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
