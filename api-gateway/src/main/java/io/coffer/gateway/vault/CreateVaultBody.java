package io.coffer.gateway.vault;

import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.request.NamedResource;
import java.util.List;
import java.util.UUID;

/** The body of POST /vaults (tables 4-153 and 4-154), and that of an order of a vault. */
record CreateVaultBody(Body vault, Body billing, String name, String chargingMode) {

  private static final String PRE_PAID = "pre_paid";

  static CreateVaultBody of(Body body) {
    Body vault = body.object("vault");
    Body billing = vault.object("billing");
    return new CreateVaultBody(vault, billing, vault.text("name"), billing.text("charging_mode"))
        .checked();
  }

  /** Of an order, where nothing but what is paid in advance can be meant. */
  static CreateVaultBody ordered(Body body) {
    Body vault = body.object("vault");
    Body billing = vault.object("billing");
    String mode = billing.text("charging_mode");
    if (mode != null && !mode.equals(PRE_PAID)) {
      throw ApiException.invalid(
          "vault.billing.charging_mode must be pre_paid where it is ordered.");
    }
    String name = vault.text("name");
    return new CreateVaultBody(
            vault, billing, name == null ? "vault-" + UUID.randomUUID() : name, PRE_PAID)
        .checked();
  }

  /** Refuses what only those may have that pay in another way. */
  private CreateVaultBody checked() {
    if (vault.flag("demand_billing") && !isPrePaid()) {
      throw ApiException.invalid(
          "vault.demand_billing may be true only for yearly/monthly vaults.");
    }
    if (vault.flag("auto_expand") && isPrePaid()) {
      throw ApiException.invalid("vault.auto_expand may be true only for pay-per-use vaults.");
    }
    return this;
  }

  /** Whether it is paid by month or year, which is ordered. */
  boolean isPrePaid() {
    return chargingMode.equals(PRE_PAID);
  }

  List<NamedResource> resources() {
    return vault.objects("resources", NamedResource::of);
  }

  /** Null for none. */
  UUID backupPolicyId() {
    return vault.id("backup_policy_id");
  }

  VaultCommand.CreateVault command(List<KnownResource> resources) {
    return new VaultCommand.CreateVault(
        settings(),
        resources,
        vault.objects("tags", tag -> tag.as(Tag.class)),
        vault.text("backup_policy_id"));
  }

  private VaultSettings settings() {
    return new VaultSettings(
        name,
        vault.text("description"),
        billing.text("object_type"),
        billing.text("protect_type"),
        billing.text("consistent_level"),
        billing.text("cloud_type"),
        chargingMode,
        billing.number("size"),
        billing.flag("is_multi_az"),
        vault.flag("auto_bind"),
        vault.object("bind_rules").objects("tags", tag -> tag.as(Tag.class)),
        vault.flag("auto_expand"),
        vault.number("threshold"),
        vault.flag("smn_notify"),
        vault.flag("demand_billing"),
        vault.flag("locked"),
        vault.text("backup_name_prefix"),
        vault.text("enterprise_project_id"),
        vault.text("sys_lock_source_service"),
        vault.text("availability_zone"));
  }
}
